import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseLog } from '#application/ports.ts';
import { describeAlerts } from './case-log-alerts.ts';
import { describeCanaries } from './case-log-canary.ts';
import { describeRestating } from './case-log-restate.ts';
import type { LogFactory } from './log-factory.ts';
import { moved, newCase, sampleEvent, T0 } from './sample-case.ts';

/** What every CaseLog does alike, whatever it is kept in. */
export function describeCaseLog(name: string, createLog: LogFactory): void {
  describeCanaries(name, createLog);
  describe(`the case log in ${name}`, () => {
    let log: CaseLog;
    let other: CaseLog;
    let close: () => Promise<void>;
    beforeEach(async () => ({ log, other, close } = await createLog()));
    afterEach(() => close());

    it('is empty at first and keeps its epoch', async () => {
      expect(await log.head()).toBe(0);
      expect(await log.readAfter(0, 10)).toEqual([]);
      expect(await log.snapshot()).toEqual({ position: 0, cases: [], ended: [], alerts: [] });
      expect(await log.epoch()).toBe(await other.epoch());
    });

    it('numbers new cases in order and gives back exactly what was written', async () => {
      const first = newCase({ externalId: 'a' });
      const committed = await log.transact({}, false, () => [first, newCase({ externalId: 'b', at: T0 + 1 })]);
      expect(committed.cases.map((it) => it.number)).toEqual(['E0110-20261123-000001', 'E0110-20261123-000002']);
      expect(committed.entries.map((it) => it.position)).toEqual([1, 2]);
      expect(await other.readAfter(0, 10)).toEqual(committed.entries);
      const [id] = committed.cases.map((it) => it.id);
      await other.transact({ ids: [id as number] }, true, (found) => {
        const stored = found.byId(id as number);
        expect(stored).toEqual({
          id,
          number: 'E0110-20261123-000001',
          source: 'sample',
          externalId: 'a',
          simulated: true,
          state: first.state,
        });
        expect(found.byNumber('E0110-20261123-000001')).toEqual(stored);
        expect(found.byExternal('sample', 'a')).toEqual(stored);
        expect(found.eventsOf(id as number)).toEqual(first.events);
        expect(found.byNumber('E0110-20261123-000002')).toBeUndefined();
        return [];
      });
    });

    it('keeps instants to the millisecond, long past and far ahead', async () => {
      const instants = [Date.UTC(1999, 11, 31, 23, 59, 59, 999), T0 + 1, T0 + 123, Date.UTC(2087, 5, 1) + 7];
      await log.transact({}, false, () => instants.map((at) => newCase({ externalId: String(at), at })));
      const { cases } = await log.snapshot();
      expect(cases.map((it) => it.reportedAt)).toEqual(instants);
      expect((await log.readAfter(0, 10)).map((it) => it.kind === 'case' && it.event.at)).toEqual(instants);
    });

    it('finds cases by external id and says which events they have', async () => {
      await log.transact({}, false, () => [newCase({ externalId: 'a' })]);
      const keys = {
        externals: [
          { source: 'sample', externalId: 'a' },
          { source: 'sample', externalId: 'z' },
        ],
      };
      await log.transact(keys, false, (found) => {
        const stored = found.byExternal('sample', 'a');
        expect([...found.eventIds(stored?.id ?? 0)]).toEqual(['a#1']);
        expect(found.byExternal('sample', 'z')).toBeUndefined();
        return stored ? [moved(stored, 'verify', T0 + 10)] : [];
      });
      await log.transact(keys, false, (found) => {
        const stored = found.byExternal('sample', 'a');
        expect([...found.eventIds(stored?.id ?? 0)].toSorted()).toEqual(['a#1', 'a#2']);
        expect(stored?.state.phase).toBe('verify');
        return [];
      });
    });

    it('stores nothing and leaves no gap when the decision throws', async () => {
      await log.transact({}, false, () => [newCase({ externalId: 'a' })]);
      const refuse = log.transact({}, false, () => {
        throw new RangeError('not today');
      });
      await expect(refuse).rejects.toThrow(new RangeError('not today'));
      const after = await log.transact({}, false, () => [newCase({ externalId: 'b' })]);
      expect(after.entries[0]?.position).toBe(2);
      expect(after.cases[0]?.number).toBe('E0110-20261123-000002');
    });

    it('refuses a second case of the same source id, and stores nothing of that batch', async () => {
      await log.transact({}, false, () => [newCase({ externalId: 'a' })]);
      const again = log.transact({}, false, () => [newCase({ externalId: 'b' }), newCase({ externalId: 'a' })]);
      await expect(again).rejects.toThrow();
      expect(await log.head()).toBe(1);
      expect((await log.snapshot()).cases.map((it) => it.externalId)).toEqual(['a']);
    });

    it('refuses an event id that the case has, and a change of a case not asked for', async () => {
      const { cases } = await log.transact({}, false, () => [newCase({ externalId: 'a' })]);
      const id = cases[0]?.id ?? 0;
      const repeat = log.transact({ ids: [id] }, false, (found) => {
        const stored = found.byId(id);
        return stored ? [{ ...moved(stored, 'verify', T0 + 1), events: [sampleEvent('a#1', T0 + 1)] }] : [];
      });
      await expect(repeat).rejects.toThrow();
      const state = newCase({ externalId: 'a' });
      const unasked = log.transact({}, false, () => [{ ...state, kind: 'changed', id, events: [] }]);
      await expect(unasked).rejects.toThrow(/not one of the cases asked for/);
      expect(await log.head()).toBe(1);
    });

    it('gives gap-free positions to eight writers on two nodes at once', async () => {
      const seen: number[] = [];
      const writer = async (no: number): Promise<void> => {
        for (let turn = 0; turn < 25; turn++) {
          const batch = (turn % 3) + 1;
          const { entries } = await (no % 2 === 0 ? log : other).transact({}, false, () =>
            Array.from({ length: batch }, (_, i) => newCase({ externalId: `${no}/${turn}/${i}` })),
          );
          seen.push(...entries.map((it) => it.position));
        }
      };
      await Promise.all(Array.from({ length: 8 }, (_, no) => writer(no)));
      const expected = Array.from({ length: seen.length }, (_, i) => i + 1);
      expect(seen.toSorted((a, b) => a - b)).toEqual(expected);
      const read = await log.readAfter(0, 1000);
      expect(read.map((it) => it.position)).toEqual(expected);
      const numbers = read.flatMap((it) => (it.kind === 'case' ? [it.after.number] : []));
      expect(new Set(numbers).size).toBe(seen.length);
      expect(numbers.toSorted().at(-1)).toBe(`E0110-20261123-${String(seen.length).padStart(6, '0')}`);
    });

    it('pages through the log by position', async () => {
      await log.transact({}, false, () => Array.from({ length: 7 }, (_, i) => newCase({ externalId: `${i}` })));
      expect((await log.readAfter(2, 3)).map((it) => it.position)).toEqual([3, 4, 5]);
      expect((await log.readAfter(5, 3)).map((it) => it.position)).toEqual([6, 7]);
      expect(await log.readAfter(7, 3)).toEqual([]);
    });

    it('gives the same picture by a snapshot and what came after it as by the whole log', async () => {
      await log.transact({}, false, () => ['a', 'b', 'c'].map((externalId) => newCase({ externalId })));
      const early = await log.snapshot();
      const keys = { externals: ['a', 'b'].map((externalId) => ({ source: 'sample', externalId })) };
      await log.transact(keys, false, (found) => {
        const [a, b] = [found.byExternal('sample', 'a'), found.byExternal('sample', 'b')];
        return a && b ? [moved(a, 'verify', T0 + 10), moved(b, 'closed', T0 + 20), newCase({ externalId: 'd' })] : [];
      });
      const open = new Map(early.cases.map((it) => [it.id, it]));
      for (const entry of await log.readAfter(early.position, 100)) {
        if (entry.kind !== 'case') continue;
        if (entry.after.endedAt === null) open.set(entry.caseId, entry.after);
        else open.delete(entry.caseId);
      }
      const late = await log.snapshot();
      expect([...open.values()].toSorted((x, y) => x.id - y.id)).toEqual(late.cases);
      expect(late.cases.map((it) => it.externalId)).toEqual(['a', 'c', 'd']);
      expect(late.position).toBe(await log.head());
    });

    describeAlerts(() => log);
    describeRestating(
      () => log,
      () => other,
    );
  });
}
