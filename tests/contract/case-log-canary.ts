import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseLog } from '#application/ports.ts';
import { newCase, T0 } from './sample-case.ts';
import type { LogFactory } from './log-factory.ts';

const mark = (number: number) => ({
  name: `node:${number}`,
  sentAt: T0 + number * 10,
  receivedAt: T0 + number * 10 + 3,
});

/** What probes do to a log: they go through it, and leave nothing but themselves. */
export function describeCanaries(name: string, createLog: LogFactory): void {
  describe(`canaries in the case log in ${name}`, () => {
    let log: CaseLog;
    let other: CaseLog;
    let close: () => Promise<void>;
    beforeEach(async () => ({ log, other, close } = await createLog()));
    afterEach(() => close());

    it('take their turn among all entries and are read back among them', async () => {
      const before = await log.transact({}, false, () => [newCase({ externalId: 'a' })]);
      const canary = await other.canary(mark(1));
      const after = await log.transact({}, false, () => [newCase({ externalId: 'b' })]);
      expect(canary).toEqual({
        entries: [{ position: 2, recordedAt: T0 + 13, kind: 'canary', canary: { ...mark(1), no: 1 } }],
        cases: [],
      });
      expect(await log.readAfter(0, 10)).toEqual([...before.entries, ...canary.entries, ...after.entries]);
      expect(await log.readAfter(1, 1)).toEqual(canary.entries);
      expect(await log.readAfter(0, 1)).toEqual(before.entries);
      expect(await log.head()).toBe(3);
    });

    it('are no cases, alerts or deadlines', async () => {
      await log.canary(mark(1));
      expect(await log.snapshot()).toEqual({ position: 1, cases: [], ended: [], alerts: [] });
      expect(await log.deadlinesUntil(T0 * 2, 10)).toEqual([]);
      const committed = await log.transact({}, false, () => [newCase({ externalId: 'a' })]);
      expect(committed.cases.map(({ number }) => number)).toEqual(['E0110-20261123-000001']);
    });

    it('are counted on by whichever node', async () => {
      const numbers: number[] = [];
      for (let count = 0; count < 40; count++) {
        const { entries } = await (count % 2 === 0 ? log : other).canary(mark(count));
        for (const entry of entries) if (entry.kind === 'canary') numbers.push(entry.canary.no);
      }
      expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      expect((await log.readAfter(30, 100)).map(({ position }) => position)).toEqual(numbers.slice(30));
    });
  });
}
