import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CheckpointDamaged,
  type CheckpointHead,
  type CheckpointPart,
  type CheckpointStore,
} from '#application/evaluation/checkpoint-port.ts';
import { countFacts } from '#application/evaluation/count-facts.ts';
import type { CaseLogs } from '#application/evaluation/evaluation-port.ts';
import { FactCheckpoint } from '#application/evaluation/fact-checkpoint.ts';
import { FactColumns } from '#application/evaluation/fact-columns.ts';
import { FACT_DEFINITION } from '#application/evaluation/fact-definition.ts';
import { FactKeeper } from '#application/evaluation/fact-keeper.ts';
import { Slots } from '#application/evaluation/slots.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { FACT_KINDS } from '#domain/indicator/fact.ts';
import { factsOf } from '#domain/indicator/facts-of.ts';
import { MEASURES, type Term } from '#domain/indicator/formula.ts';
import { calendar } from '../../domain/case/sample.ts';
import { BEGIN, caseLogs } from '../../domain/indicator/random-cases.ts';

const EPOCH = 'a log';
const terms: Term[] = FACT_KINDS.flatMap((kind) =>
  MEASURES.map((measure) => ({ kind, measure, channel: 'any' as const, sign: 1 as const })),
);
const slots = new Slots(terms);
const samples = (seed: number, count: number): CaseEvent[][] => fc.sample(caseLogs, { seed, numRuns: count }).flat();

/** A store in memory; bytes are copied as a database would. */
function memoryStore(): CheckpointStore & {
  parts: Map<string, CheckpointPart>;
  stored: CheckpointHead | null;
  wrote: number;
} {
  const store = {
    parts: new Map<string, CheckpointPart>(),
    stored: null as CheckpointHead | null,
    wrote: 0,
    head: async () => store.stored,
    async read(wanted: (head: CheckpointHead) => boolean, take: (part: CheckpointPart) => void) {
      if (store.stored === null || !wanted(store.stored)) return null;
      for (const kind of ['names', 'cases', 'facts'])
        for (let no = 0; store.parts.has(`${kind} ${no}`); no++) take(store.parts.get(`${kind} ${no}`)!);
      return store.stored;
    },
    async write(head: CheckpointHead, parts: Iterable<CheckpointPart>, on: { onto: string | null; whole: boolean }) {
      if ((store.stored?.stamp ?? null) !== on.onto) return false;
      if (on.whole) store.parts.clear();
      store.wrote = 0;
      for (const part of parts) {
        store.wrote += 1;
        store.parts.set(`${part.kind} ${part.no}`, { ...part, bytes: Buffer.from(part.bytes) });
      }
      store.stored = head;
      return true;
    },
  };
  return store;
}

/** A log in memory that can grow, and counts what is asked of it. */
function memoryLogs(
  logs: CaseEvent[][],
): CaseLogs & { read: number[]; change: (id: number, log: CaseEvent[]) => void } {
  const changes: { position: number; id: number }[] = logs.map((_, index) => ({ position: index + 1, id: index + 1 }));
  const byId = new Map(logs.map((events, index) => [index + 1, events]));
  const read: number[] = [];
  const given = (ids: number[]) =>
    ids.flatMap((id) => {
      read.push(id);
      const events = byId.get(id);
      return events === undefined ? [] : [{ id, events }];
    });
  return {
    read,
    change(id, log) {
      byId.set(id, log);
      changes.push({ position: changes.length + 1, id });
    },
    page: async (after, limit) => {
      const ids = [...byId.keys()].filter((id) => id > after).slice(0, limit);
      return { cases: given(ids), highest: byId.size };
    },
    eventsOf: async (ids) => given([...ids]),
    heads: async () => new Map(),
    head: async () => ({ epoch: EPOCH, position: changes.length }),
    changedAfter: async (position) => ({
      position: changes.length,
      ids: [...new Set(changes.slice(position).map(({ id }) => id))],
    }),
  };
}

function counts(columns: FactColumns): number[] {
  const texts = [...columns.paths.texts.entries()].sort(([, a], [, b]) => (a < b ? -1 : 1));
  const groupOf = new Int32Array(texts.length);
  texts.forEach(([ordinal], group) => (groupOf[ordinal] = group));
  const when = { from: BEGIN / 1000, to: BEGIN / 1000 + 80 * 86_400, asOf: BEGIN / 1000 + 50 * 86_400 };
  const grouping = { by: 'path', groups: texts.length, groupOf, casePaths: null } as const;
  return [
    ...countFacts(
      columns,
      { ...when, carried: true, exemptLeaves: true },
      grouping,
      { categories: null, department: null },
      slots,
    ),
  ];
}

async function kept(logs: CaseLogs, store: CheckpointStore, faults: string[] = []): Promise<FactKeeper> {
  const keeper = new FactKeeper({
    logs,
    checkpoint: new FactCheckpoint(store),
    calendar: () => calendar,
    onFault: (what) => faults.push(what),
  });
  keeper.start();
  await keeper.settle();
  return keeper;
}

describe('the checkpoint of facts', () => {
  it('lets a start read only what changed since, to the same counts as the whole log', async () => {
    const all = samples(1, 20);
    const logs = memoryLogs(all);
    const store = memoryStore();
    const first = await kept(logs, store);
    await first.stop();
    expect(store.stored).toMatchObject({ definition: FACT_DEFINITION, epoch: EPOCH, position: all.length });
    logs.change(3, all[5]!);
    logs.change(all.length + 1, all[7]!);
    logs.read.length = 0;
    const second = await kept(logs, store);
    expect(logs.read.sort((a, b) => a - b)).toEqual([3, all.length + 1]);
    const anew = await kept(logs, memoryStore());
    expect(counts(second.ready())).toEqual(counts(anew.ready()));
    await second.stop();
    await anew.stop();
    // Nothing but the names and what changed is written again.
    expect(store.wrote).toBe(3);
    const third = await kept(logs, store);
    expect(counts(third.ready())).toEqual(counts(anew.ready()));
    await third.stop();
  });

  it('reads the whole log for another definition, another log, and a position beyond the log', async () => {
    const all = samples(2, 3);
    for (const change of [{ definition: 'before' }, { epoch: 'restored' }, { position: all.length + 1 }]) {
      const logs = memoryLogs(all);
      const store = memoryStore();
      await (await kept(logs, store)).stop();
      store.stored = { ...store.stored!, ...change };
      logs.read.length = 0;
      const keeper = await kept(logs, store);
      expect(logs.read).toHaveLength(all.length);
      await keeper.stop();
    }
  });

  it('notices what is damaged, says so and reads the whole log', async () => {
    const all = samples(3, 5);
    const damages: ((store: ReturnType<typeof memoryStore>) => void)[] = [
      (store) => (store.stored = { ...store.stored!, facts: store.stored!.facts + 1 }),
      (store) => store.parts.delete('cases 0'),
      (store) => store.parts.set('names 0', { kind: 'names', no: 0, bytes: Buffer.from('{') }),
      (store) => {
        const part = store.parts.get('facts 0')!;
        store.parts.set('facts 0', { ...part, bytes: part.bytes.subarray(0, 1_000) });
      },
    ];
    for (const damage of damages) {
      const logs = memoryLogs(all);
      const store = memoryStore();
      const good = await kept(logs, store);
      const expected = counts(good.ready());
      await good.stop();
      damage(store);
      const faults: string[] = [];
      logs.read.length = 0;
      const keeper = await kept(logs, store, faults);
      expect(faults).toEqual(['the stored facts are of no use: the log is read from its beginning']);
      expect(logs.read).toHaveLength(all.length);
      expect(counts(keeper.ready())).toEqual(expected);
      await keeper.stop();
    }
    await expect(
      new FactCheckpoint({ ...memoryStore(), read: async () => Promise.reject(new CheckpointDamaged('x')) }).read({
        epoch: EPOCH,
        position: 1,
      }),
    ).rejects.toThrow('x');
  });

  it('leaves a newer checkpoint of another node, and takes over one that fell behind', async () => {
    const columns = new FactColumns();
    const store = memoryStore();
    const [mine, other] = [new FactCheckpoint(store), new FactCheckpoint(store)];
    await other.write(columns, { epoch: EPOCH, position: 100 });
    const { stamp } = store.stored!;
    await mine.write(columns, { epoch: EPOCH, position: 120 });
    expect(store.stored?.stamp).toBe(stamp);
    await mine.write(columns, { epoch: EPOCH, position: 100_000 });
    expect(store.stored).toMatchObject({ position: 100_000 });
    await other.write(columns, { epoch: EPOCH, position: 100_001 });
    expect(store.stored).toMatchObject({ position: 100_000 });
  });

  it('is of the definition that facts are made by: who changes what they are raises MADE_BY and this digest', () => {
    const digest = createHash('sha256');
    for (const log of samples(7, 40)) digest.update(JSON.stringify(factsOf(1, log, calendar)));
    expect([FACT_DEFINITION.split(' ')[0], digest.digest('hex').slice(0, 16)]).toEqual(['1', 'f1c45dc166b91dc2']);
  });
});
