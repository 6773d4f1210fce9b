import { describe, expect, it } from 'vitest';
import type { CaseLog, ChangedCase, DueDeadline, StoredCase } from '#application/ports.ts';
import { AlertConflict } from '#application/ports.ts';
import { extended, HOUR, lifted, moved, newCase, replied, supervised, T0 } from './sample-case.ts';

const wang = { id: 'wang', name: '王' };
const li = { id: 'li', name: '李' };

/** Alerts: raised once, taken by one, over when their clock is. */
export function describeAlerts(log: () => CaseLog): void {
  const due = (caseId: number, threshold: DueDeadline['threshold'], dueAt: number, rest = {}): DueDeadline => {
    return { caseId, instance: 1, round: 0, threshold, dueAt, ...rest };
  };
  const addCase = async (): Promise<number> => {
    const { cases } = await log().transact({}, false, () => [newCase({ externalId: 'a' })]);
    return cases[0]?.id ?? 0;
  };
  const change = (id: number, to: (stored: StoredCase) => ChangedCase) =>
    log().transact({ ids: [id] }, false, (found) => {
      const stored = found.byId(id);
      return stored ? [to(stored)] : [];
    });
  const open = async () => (await log().snapshot()).alerts;

  describe('alerts', () => {
    it('are raised once, in order of their instants, with log entries', async () => {
      const id = await addCase();
      const warning = due(id, 'warning', T0 + HOUR / 2);
      const { entries } = await log().raise([warning, warning], T0 + HOUR / 2);
      expect(entries).toEqual([
        {
          position: 2,
          recordedAt: T0 + HOUR / 2,
          kind: 'alert',
          caseId: id,
          change: 'raised',
          alert: {
            id: expect.any(Number) as number,
            ...warning,
            caseNumber: 'E0110-20261123-000001',
            status: 'open',
            firedAt: T0 + HOUR / 2,
            takenBy: null,
            takenByName: null,
            takenAt: null,
            resolvedAt: null,
            resolution: null,
          },
        },
      ]);
      expect((await log().raise([warning], T0 + HOUR)).entries).toEqual([]);
      expect(await log().readAfter(1, 10)).toEqual(entries);
      expect(await open()).toEqual(entries.map((it) => it.kind === 'alert' && it.alert));
    });

    it('are not raised for another round, a passed stage, an instant not reached or an ended case', async () => {
      const id = await addCase();
      const early = await log().raise([due(id, 'timeout', T0 + HOUR)], T0 + HOUR - 1);
      const round = await log().raise([due(id, 'timeout', T0 + HOUR, { round: 1 })], T0 + HOUR);
      const unknown = await log().raise([due(id + 1, 'timeout', T0 + HOUR)], T0 + HOUR);
      await change(id, (stored) => moved(stored, 'verify', T0 + 10));
      const passed = await log().raise([due(id, 'timeout', T0 + HOUR)], T0 + HOUR);
      await change(id, (stored) => moved(stored, 'closed', T0 + 20));
      const ended = await log().raise([due(id, 'timeout', T0 + 24 * HOUR, { instance: 0 })], T0 + 24 * HOUR);
      expect([early, round, unknown, passed, ended].flatMap((it) => it.entries)).toEqual([]);
      expect(await log().head()).toBe(3);
    });

    it('of a warning end when the same clock times out, whichever was said first', async () => {
      const id = await addCase();
      await log().raise([due(id, 'warning', T0 + HOUR / 2)], T0 + HOUR / 2);
      const { entries } = await log().raise([due(id, 'timeout', T0 + HOUR)], T0 + HOUR);
      expect(words(entries)).toEqual(['raised timeout open', 'resolved warning timed-out']);
      const whole = { instance: 0 };
      await log().raise([due(id, 'timeout', T0 + 24 * HOUR, whole)], T0 + 24 * HOUR);
      const late = await log().raise([due(id, 'warning', T0 + 23.5 * HOUR, whole)], T0 + 24 * HOUR);
      expect(words(late.entries)).toEqual(['raised warning open', 'resolved warning timed-out']);
      expect((await open()).map((it) => it.threshold)).toEqual(['timeout', 'timeout']);
    });

    it('of both thresholds at once: the warning is logged and over', async () => {
      const id = await addCase();
      const both = [due(id, 'timeout', T0 + HOUR), due(id, 'warning', T0 + HOUR / 2)];
      const { entries } = await log().raise(both, T0 + 2 * HOUR);
      expect(words(entries)).toEqual(['raised warning open', 'raised timeout open', 'resolved warning timed-out']);
    });

    it('end when the case moves on, its deadline moves, or it ends', async () => {
      const id = await addCase();
      await log().raise([due(id, 'timeout', T0 + HOUR)], T0 + HOUR);
      const later = await change(id, (stored) => extended(stored, T0 + HOUR + 1, T0 + 3 * HOUR));
      expect(words(later.entries)).toEqual(['extended', 'resolved timeout deadline-moved']);
      await log().raise([due(id, 'timeout', T0 + 3 * HOUR, { round: 1 })], T0 + 3 * HOUR);
      await log().raise([due(id, 'timeout', T0 + 24 * HOUR, { instance: 0 })], T0 + 24 * HOUR);
      const on = await change(id, (stored) => moved(stored, 'verify', T0 + 25 * HOUR));
      expect(words(on.entries)).toEqual(['accepted', 'resolved timeout moved-on']);
      const end = await change(id, (stored) => moved(stored, 'closed', T0 + 26 * HOUR));
      expect(words(end.entries)).toEqual(['closed', 'resolved timeout ended']);
      expect(end.entries[1]).toMatchObject({
        recordedAt: T0 + 26 * HOUR + 5,
        alert: { resolvedAt: T0 + 26 * HOUR + 5 },
      });
      expect(await open()).toEqual([]);
      expect(await log().readAfter((await log().head()) - 2, 10)).toEqual(end.entries);
    });

    it('go from one officer to another in one move, once, and nobody else’s does', async () => {
      const id = await addCase();
      const { entries: raised } = await log().raise([due(id, 'timeout', T0 + HOUR)], T0 + HOUR);
      const alertId = raised[0]?.kind === 'alert' ? raised[0].alert.id : 0;
      await log().take(alertId, wang, T0 + HOUR + 1);
      const { entries } = await log().pass(alertId, wang, li, T0 + HOUR + 2);
      expect(words(entries)).toEqual(['taken timeout taken']);
      expect(entries[0]).toMatchObject({ change: 'taken', alert: { takenBy: 'li', takenAt: T0 + HOUR + 2 } });
      expect((await log().pass(alertId, wang, li, T0 + HOUR + 3)).entries).toEqual([]);
      const third = { id: 'zhao', name: '赵' };
      const others = log().pass(alertId, wang, third, T0 + HOUR + 4);
      await expect(others).rejects.toMatchObject({ holder: { id: 'li', since: T0 + HOUR + 2 } });
      // What went back to all by itself is taken by the one it was passed to.
      await log().release(alertId, li, T0 + HOUR + 5);
      expect(words((await log().pass(alertId, wang, third, T0 + HOUR + 6)).entries)).toEqual(['taken timeout taken']);
      expect(await open()).toMatchObject([{ takenBy: 'zhao' }]);
      expect(await log().readAfter((await log().head()) - 1, 1)).toMatchObject([{ alert: { takenBy: 'zhao' } }]);
    });

    it('of a late reply are raised once a supervision, and over when it came, was lifted or the case ended', async () => {
      const id = await addCase();
      const late = (no: number, dueAt: number): DueDeadline => due(id, 'reply-late', dueAt, { instance: no });
      await change(id, (stored) => supervised(stored, T0 + 1, T0 + 10_000));
      await change(id, (stored) => supervised(stored, T0 + 2, T0 + 20_000));
      const both = [late(1, T0 + 10_000), late(2, T0 + 20_000)];
      expect(await log().deadlinesUntil(T0 + 9_999, 10)).toEqual([]);
      expect(await log().deadlinesUntil(T0 + 10_000, 10)).toEqual(both.slice(0, 1));
      expect(await log().deadlinesUntil(T0 + 20_000, 10)).toEqual(both);
      expect((await log().raise(both, T0 + 9_999)).entries).toEqual([]);
      expect(words((await log().raise(both, T0 + 20_001)).entries)).toEqual([
        'raised reply-late open',
        'raised reply-late open',
      ]);
      expect((await log().raise(both, T0 + 20_002)).entries).toEqual([]);
      expect(await log().deadlinesUntil(T0 + 20_000, 10)).toEqual([]);
      const { cases } = await log().snapshot();
      expect(cases[0]?.waits?.supervisions.map(({ no }) => no)).toEqual([1, 2]);

      const answer = await change(id, (stored) => replied(stored, T0 + 21_000, 2));
      expect(words(answer.entries)).toEqual(['replied', 'resolved reply-late replied']);
      expect(await open()).toMatchObject([{ instance: 1, threshold: 'reply-late', dueAt: T0 + 10_000 }]);
      const lift = await change(id, (stored) => lifted(stored, T0 + 22_000));
      expect(words(lift.entries)).toEqual(['supervision-lifted', 'resolved reply-late lifted']);
      expect((await log().snapshot()).cases[0]).not.toHaveProperty('waits');
      expect((await log().raise(both, T0 + 23_000)).entries).toEqual([]);

      await change(id, (stored) => supervised(stored, T0 + 24_000, T0 + 30_000));
      await log().raise([late(3, T0 + 30_000)], T0 + 30_001);
      const end = await change(id, (stored) => moved(stored, 'closed', T0 + 31_000));
      expect(words(end.entries)).toEqual(['closed', 'resolved reply-late ended']);
      expect(await log().deadlinesUntil(T0 + 100 * HOUR, 10)).toEqual([]);
    });

    it('are held by one officer at a time', async () => {
      const id = await addCase();
      const { entries } = await log().raise([due(id, 'timeout', T0 + HOUR)], T0 + HOUR);
      const alertId = entries[0]?.kind === 'alert' ? entries[0].alert.id : 0;
      const taken = await log().take(alertId, wang, T0 + HOUR + 1);
      expect(taken.entries[0]).toMatchObject({ change: 'taken', alert: { status: 'taken', takenByName: '王' } });
      expect((await log().take(alertId, wang, T0 + HOUR + 2)).entries).toEqual([]);
      const holder = { ...wang, since: T0 + HOUR + 1 };
      await expect(log().take(alertId, li, T0 + HOUR + 3)).rejects.toMatchObject({ name: 'AlertConflict', holder });
      await expect(log().release(alertId, li, T0 + HOUR + 3)).rejects.toMatchObject({ holder });
      const back = await log().release(alertId, wang, T0 + HOUR + 4);
      expect(back.entries[0]).toMatchObject({
        change: 'released',
        alert: { status: 'open', takenBy: null, takenAt: null },
      });
      expect((await log().release(alertId, wang, T0 + HOUR + 5)).entries).toEqual([]);
      await log().take(alertId, li, T0 + HOUR + 6);
      expect(await open()).toMatchObject([{ status: 'taken', takenBy: 'li' }]);
      await change(id, (stored) => moved(stored, 'closed', T0 + 2 * HOUR));
      await expect(log().take(alertId, li, T0 + 3 * HOUR)).rejects.toThrow(AlertConflict);
      await expect(log().take(alertId + 1, li, T0 + 3 * HOUR)).rejects.toMatchObject({ holder: null });
    });

    it('are put aside with a reason and an end, seen by all, and come back at that end', async () => {
      const id = await addCase();
      const { entries } = await log().raise([due(id, 'timeout', T0 + HOUR)], T0 + HOUR);
      const alertId = entries[0]?.kind === 'alert' ? entries[0].alert.id : 0;
      const order = { reason: '备件未到', until: T0 + 3 * HOUR };
      await log().take(alertId, li, T0 + HOUR + 1);
      await expect(log().shelve(alertId, wang, order, T0 + HOUR + 2)).rejects.toMatchObject({ holder: { id: 'li' } });
      const aside = await log().shelve(alertId, li, order, T0 + HOUR + 3);
      const shelved = { until: T0 + 3 * HOUR, at: T0 + HOUR + 3, by: 'li', byName: '李', reason: '备件未到' };
      expect(aside.entries[0]).toMatchObject({
        change: 'shelved',
        alert: { status: 'shelved', takenBy: null, shelved },
      });
      expect(await open()).toMatchObject([{ status: 'shelved', shelved }]);
      expect(await log().readAfter((await log().head()) - 1, 10)).toEqual(aside.entries);
      expect((await log().returnDue(T0 + 3 * HOUR - 1, HOUR, 10)).entries).toEqual([]);
      const back = await log().returnDue(T0 + 3 * HOUR, HOUR, 10);
      expect(words(back.entries)).toEqual(['returned timeout open']);
      const returned = { why: 'shelf-end', at: T0 + 3 * HOUR, from: 'li', fromName: '李' };
      expect(await open()).toMatchObject([{ status: 'open', returned }]);
      expect((await open())[0]).not.toHaveProperty('shelved');
      expect((await log().returnDue(T0 + 9 * HOUR, HOUR, 10)).entries).toEqual([]);
      // Whoever has it next begins anew, and anybody may bring back what is shelved.
      await log().shelve(alertId, wang, { ...order, until: T0 + 8 * HOUR }, T0 + 4 * HOUR);
      expect((await open())[0]).not.toHaveProperty('returned');
      expect(words((await log().release(alertId, li, T0 + 5 * HOUR)).entries)).toEqual(['released timeout open']);
      expect((await open())[0]).not.toHaveProperty('shelved');
      expect(words((await log().shelve(alertId, wang, order, T0 + 5 * HOUR)).entries)).toEqual([
        'shelved timeout shelved',
      ]);
      expect(words((await log().take(alertId, li, T0 + 6 * HOUR)).entries)).toEqual(['taken timeout taken']);
      expect((await open())[0]).not.toHaveProperty('shelved');
    });

    it('that were taken and not acted on come back by themselves, with who had them', async () => {
      const id = await addCase();
      const { entries } = await log().raise([due(id, 'timeout', T0 + HOUR)], T0 + HOUR);
      const alertId = entries[0]?.kind === 'alert' ? entries[0].alert.id : 0;
      await log().take(alertId, wang, T0 + HOUR);
      expect((await log().returnDue(T0 + 2 * HOUR - 1, HOUR, 10)).entries).toEqual([]);
      // Something is done on the case: the hour begins anew.
      await change(id, (stored) => supervised(stored, T0 + 1.5 * HOUR, T0 + 100 * HOUR, wang));
      expect((await log().returnDue(T0 + 2.4 * HOUR, HOUR, 10)).entries).toEqual([]);
      const back = await log().returnDue(T0 + 2.6 * HOUR, HOUR, 10);
      expect(back.entries).toMatchObject([
        { change: 'returned', alert: { status: 'open', takenBy: null, returned: { why: 'idle', from: 'wang' } } },
      ]);
    });

    it('that are shelved or taken come back when their case gets worse, but to whoever made it so', async () => {
      const id = await addCase();
      const both = [due(id, 'timeout', T0 + HOUR), due(id, 'warning', T0 + 23.5 * HOUR, { instance: 0 })];
      const { entries } = await log().raise(both, T0 + 23.5 * HOUR);
      const [first = 0, second = 0] = entries.flatMap((it) => (it.kind === 'alert' ? [it.alert.id] : []));
      await log().shelve(first, wang, { reason: 'x', until: T0 + 30 * HOUR }, T0 + 23.6 * HOUR);
      await log().take(second, li, T0 + 23.6 * HOUR);
      const worse = await change(id, (stored) => supervised(stored, T0 + 23.7 * HOUR, T0 + 100 * HOUR, li));
      expect(words(worse.entries)).toEqual(['supervised', 'returned timeout open']);
      expect(await open()).toMatchObject([
        { id: first, status: 'open', returned: { why: 'worse', from: 'wang' } },
        { id: second, status: 'taken', takenBy: 'li' },
      ]);
      const higher = await change(id, (stored) => supervised(stored, T0 + 23.8 * HOUR, T0 + 100 * HOUR, wang));
      expect(words(higher.entries)).toEqual(['supervised', 'returned warning open']);
    });

    it('are closed by hand with why, and a later one of the case is raised all the same', async () => {
      const id = await addCase();
      const { entries } = await log().raise([due(id, 'warning', T0 + HOUR / 2)], T0 + HOUR / 2);
      const alertId = entries[0]?.kind === 'alert' ? entries[0].alert.id : 0;
      await log().take(alertId, li, T0 + HOUR / 2);
      const order = { kind: 'known' as const, note: '街道已确认' };
      await expect(log().close(alertId, wang, order, T0 + HOUR / 2 + 1)).rejects.toMatchObject({
        holder: { id: 'li' },
      });
      const over = await log().close(alertId, li, order, T0 + HOUR / 2 + 2);
      expect(words(over.entries)).toEqual(['resolved warning by-hand']);
      const disposition = { ...order, by: 'li', byName: '李', at: T0 + HOUR / 2 + 2 };
      expect(over.entries[0]).toMatchObject({ alert: { resolvedAt: T0 + HOUR / 2 + 2, takenBy: 'li', disposition } });
      expect(await log().readAfter((await log().head()) - 1, 10)).toEqual(over.entries);
      expect(await open()).toEqual([]);
      expect((await log().raise([due(id, 'warning', T0 + HOUR / 2)], T0 + HOUR / 2 + 3)).entries).toEqual([]);
      await expect(log().close(alertId, li, order, T0 + HOUR)).rejects.toMatchObject({ holder: null });
      expect(words((await log().raise([due(id, 'timeout', T0 + HOUR)], T0 + HOUR)).entries)).toEqual([
        'raised timeout open',
      ]);
    });

    it('closed by hand are open again when brought back or when their case gets worse, while their clock runs', async () => {
      const id = await addCase();
      const { entries } = await log().raise([due(id, 'warning', T0 + HOUR / 2)], T0 + HOUR / 2);
      const alertId = entries[0]?.kind === 'alert' ? entries[0].alert.id : 0;
      const order = { kind: 'known' as const, note: '' };
      await log().close(alertId, li, order, T0 + HOUR / 2 + 1);
      const back = await log().release(alertId, wang, T0 + HOUR / 2 + 2);
      expect(words(back.entries)).toEqual(['released warning open']);
      expect(await open()).toMatchObject([{ status: 'open', resolvedAt: null, resolution: null, takenBy: null }]);
      expect((await open())[0]?.disposition).toEqual({ ...order, by: 'li', byName: '李', at: T0 + HOUR / 2 + 1 });

      await log().close(alertId, li, order, T0 + HOUR / 2 + 3);
      const own = await change(id, (stored) => supervised(stored, T0 + HOUR / 2 + 4, T0 + 100 * HOUR, li));
      expect(words(own.entries)).toEqual(['supervised']);
      const worse = await change(id, (stored) => supervised(stored, T0 + HOUR / 2 + 5, T0 + 100 * HOUR, wang));
      expect(words(worse.entries)).toEqual(['supervised', 'returned warning open']);
      expect(await open()).toMatchObject([{ status: 'open', returned: { why: 'worse', from: 'li', fromName: '李' } }]);

      await log().close(alertId, li, order, T0 + HOUR / 2 + 6);
      await log().raise([due(id, 'timeout', T0 + HOUR)], T0 + HOUR);
      await expect(log().release(alertId, wang, T0 + HOUR + 1)).rejects.toMatchObject({ holder: null });
      const late = (await open())[0]?.id ?? 0;
      await log().close(late, li, order, T0 + HOUR + 2);
      await change(id, (stored) => moved(stored, 'verify', T0 + HOUR + 3));
      await expect(log().release(late, wang, T0 + HOUR + 4)).rejects.toThrow(AlertConflict);
      const passed = await change(id, (stored) => supervised(stored, T0 + HOUR + 5, T0 + 100 * HOUR, wang));
      expect(words(passed.entries)).toEqual(['supervised']);
    });

    it('come up as deadlines until they are raised, soonest first', async () => {
      const id = await addCase();
      const stage = [due(id, 'warning', T0 + HOUR / 2), due(id, 'timeout', T0 + HOUR)];
      const whole = [due(id, 'warning', T0 + 23.5 * HOUR, { instance: 0 })];
      expect(await log().deadlinesUntil(T0 + 23.75 * HOUR, 10)).toEqual([...stage, ...whole]);
      expect(await log().deadlinesUntil(T0 + 23.75 * HOUR, 2)).toEqual(stage);
      expect(await log().deadlinesUntil(T0 + HOUR, 10)).toEqual(stage);
      await log().raise(stage.slice(0, 1), T0 + HOUR / 2);
      expect(await log().deadlinesUntil(T0 + HOUR, 10)).toEqual(stage.slice(1));
      await change(id, (stored) => moved(stored, 'closed', T0 + HOUR / 2 + 1));
      expect(await log().deadlinesUntil(T0 + 100 * HOUR, 10)).toEqual([]);
    });
  });
}

function words(entries: Awaited<ReturnType<CaseLog['raise']>>['entries']): string[] {
  return entries.map((entry) => {
    if (entry.kind === 'case') return entry.event.data.type;
    if (entry.kind === 'restated' || entry.kind === 'canary') return entry.kind;
    const { threshold, resolution, status } = entry.alert;
    return `${entry.change} ${threshold} ${resolution ?? status}`;
  });
}
