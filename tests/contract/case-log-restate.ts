import { describe, expect, it } from 'vitest';
import type { CaseLog, ClockedCase } from '#application/ports.ts';
import type { RestatedClocks } from '#domain/case/restated.ts';
import { HOUR, moved, newCase, T0 } from './sample-case.ts';

const CHANGE = { from: 'a', to: 'b', at: T0 + 1_000 };
const DAY = 24 * HOUR;

/** What every CaseLog does alike when the calendar changes. */
export function describeRestating(log: () => CaseLog, other: () => CaseLog): void {
  describe('a change of calendar', () => {
    const opened = async (count: number): Promise<number[]> => {
      const writes = Array.from({ length: count }, (_, index) => newCase({ externalId: `c${index}` }));
      return (await log().transact({}, false, () => writes)).cases.map(({ id }) => id);
    };
    const clocked = async (since = -Infinity): Promise<ClockedCase[]> => {
      const all: ClockedCase[] = [];
      for await (const page of other().clocked(since)) all.push(...page);
      return all.sort((a, b) => a.id - b.id);
    };
    const aDayLater = ({ id, version, stageClock, wholeClock }: ClockedCase): RestatedClocks => {
      const later = (clock: ClockedCase['stageClock']) =>
        clock && { ...clock, round: clock.round + 1, dueAt: clock.dueAt! + DAY, warnAt: clock.warnAt! + DAY };
      return { id, version, stageClock: later(stageClock), wholeClock: later(wholeClock) };
    };
    const restated = async (): Promise<RestatedClocks[]> => {
      const cases = (await clocked()).map(aDayLater);
      await log().restate(CHANGE, cases, await log().head());
      return cases;
    };
    const settled = async (limit: number): Promise<number> => {
      for (let rounds = 1; ; rounds++) if (!(await log().settle(limit)).left) return rounds;
    };

    it('finds clocks with what they depend on, those that are due later alone', async () => {
      const [first] = await opened(1);
      const all = await clocked();
      expect(all).toMatchObject([
        { id: first, version: 1, stageClock: { dueAt: T0 + HOUR }, wholeClock: { round: 0 } },
      ]);
      expect(all[0]).toMatchObject({ districtCode: '120101', stageFacts: null, wholeFacts: null });
      expect(await clocked(T0 + 24 * HOUR)).toEqual([]);
      expect(await clocked(T0 + 23 * HOUR)).toHaveLength(1);
    });

    it('tells what a clock depends on', async () => {
      const one = newCase({ externalId: 'limited' });
      const [stage] = one.state.instances;
      const limit = { value: 1, unit: 'urgent-hour' } as const;
      const extensions = [{ at: T0 + 1, limit }];
      const state = { ...one.state, instances: [{ ...stage!, limit, extensions }] };
      await log().transact({}, false, () => [{ ...one, state }]);
      const [found] = await clocked();
      expect(found?.stageFacts).toMatchObject({ startedAt: T0, limit, extensions, pauses: [] });
      expect(found?.wholeFacts).toBeNull();
    });

    it('is one entry for all cases, seen by everybody at once', async () => {
      const [first, second] = await opened(2);
      const before = await other().head();
      const cases = (await clocked()).map(aDayLater);
      const committed = await log().restate(CHANGE, cases, before);
      expect(committed.entries).toEqual([
        { position: before + 1, recordedAt: CHANGE.at, kind: 'restated', change: CHANGE, cases },
      ]);
      expect(await other().readAfter(before, 10)).toEqual(committed.entries);
      const snapshot = await other().snapshot();
      expect(
        snapshot.cases.map(({ id, version, stageClock }) => [id, version, stageClock?.round, stageClock?.dueAt]),
      ).toEqual([
        [first, 2, 1, T0 + HOUR + DAY],
        [second, 2, 1, T0 + HOUR + DAY],
      ]);
      expect(await clocked()).toMatchObject([{ version: 2, stageClock: { round: 1 } }, { version: 2 }]);
    });

    it('leaves out what changed since the clocks were read', async () => {
      const [first, second] = await opened(2);
      const asOf = await log().head();
      const cases = (await clocked()).map(aDayLater);
      await other().transact({ ids: [first!] }, true, (found) => [moved(found.byId(first!)!, 'verify', T0 + 10)]);
      const { entries } = await log().restate(CHANGE, cases, asOf);
      expect(entries).toMatchObject([{ kind: 'restated', cases: [{ id: second }] }]);
      expect(await log().restate(CHANGE, cases.slice(0, 1), asOf)).toEqual({ entries: [], cases: [] });
    });

    it('gives each case its own event later, once', async () => {
      const ids = await opened(5);
      await restated();
      const before = await log().head();
      const pictured = await log().snapshot();
      expect(await settled(2)).toBeGreaterThanOrEqual(3);
      const entries = await other().readAfter(before, 100);
      expect(entries.map((it) => it.kind === 'case' && [it.caseId, it.event.data.type, it.after.version])).toEqual(
        ids.map((id) => [id, 'restated', 2]),
      );
      expect((await other().snapshot()).cases).toEqual(pictured.cases);
      expect(await log().settle(10)).toEqual({ entries: [], cases: [], left: false });
      await other().transact({ ids }, true, (found) => {
        expect(found.byId(ids[0]!)?.state).toMatchObject({ version: 2, instances: [{ round: 1 }] });
        expect(found.eventsOf(ids[0]!).map(({ data }) => data.type)).toEqual(['reported', 'restated']);
        return [];
      });
    });

    it('goes before whatever else happens to a case, and stays once that is written', async () => {
      const [first] = await opened(2);
      await restated();
      const committed = await other().transact({ ids: [first!] }, true, (found) => {
        const stored = found.byId(first!)!;
        expect(stored.state).toMatchObject({ version: 2, instances: [{ round: 1 }] });
        expect(found.eventsOf(first!).map(({ data }) => data.type)).toEqual(['reported', 'restated']);
        expect(found.eventIds(first!).has('restated:b')).toBe(true);
        return [moved(stored, 'verify', T0 + 5_000)];
      });
      expect(committed.entries.map((it) => it.kind === 'case' && it.event.data.type)).toEqual(['restated', 'accepted']);
      await settled(10);
      const { cases } = await log().snapshot();
      expect(cases.map(({ version, phase }) => [version, phase])).toEqual([
        [3, 'verify'],
        [2, 'accept'],
      ]);
    });

    it('keeps alerts that fired, ended as moved, and raises those of the new round alone', async () => {
      const [first] = await opened(1);
      const old = { caseId: first!, instance: 1, round: 0, threshold: 'warning' as const, dueAt: T0 + HOUR / 2 };
      await log().raise([old], T0 + HOUR / 2);
      const cases = (await clocked()).map(aDayLater);
      const { entries } = await log().restate({ ...CHANGE, at: T0 + HOUR - 1 }, cases, await log().head());
      expect(entries.map((it) => it.kind)).toEqual(['restated', 'alert']);
      expect(entries[1]).toMatchObject({ change: 'resolved', alert: { round: 0, resolution: 'deadline-moved' } });
      const timeout = { ...old, threshold: 'timeout' as const, dueAt: T0 + HOUR };
      const stale = await other().raise([timeout], T0 + HOUR + 1);
      expect(stale.entries.filter(({ kind }) => kind === 'alert')).toEqual([]);
      const due = await other().raise([{ ...timeout, round: 1, dueAt: T0 + HOUR + DAY }], T0 + HOUR + DAY + 1);
      expect(due.entries.filter(({ kind }) => kind === 'alert')).toMatchObject([
        { alert: { round: 1, threshold: 'timeout' } },
      ]);
    });

    it('comes again before the first is written one by one', async () => {
      const [first] = await opened(1);
      await restated();
      const again = (await clocked()).map(aDayLater);
      await other().restate({ from: 'b', to: 'c', at: T0 + 9_000 }, again, await log().head());
      const snapshot = await log().snapshot();
      expect(snapshot.cases).toMatchObject([{ version: 3, stageClock: { round: 2, dueAt: T0 + HOUR + 2 * DAY } }]);
      await settled(10);
      expect((await other().snapshot()).cases).toEqual(snapshot.cases);
      await log().transact({ ids: [first!] }, true, (found) => {
        expect(found.eventsOf(first!).map(({ eventId }) => eventId)).toEqual(['c0#1', 'restated:b', 'restated:c']);
        return [];
      });
    });
  });
}
