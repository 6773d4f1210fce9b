// How fast the store takes events in, alone and in batches, paired in one run with what one would write first: one Prisma
// transaction an event. Then 10,000 alerts in one call, and what a restart reads back.
// Run: npm run bench store
import { loadavg } from 'node:os';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import type { Database } from '#adapters/postgres/client.ts';
import type { CaseLog, DueDeadline } from '#application/ports.ts';
import { HOUR, moved, newCase, T0 } from '../contract/sample-case.ts';
import { createOneByOne } from './store-one-by-one.ts';
import { withDatabase } from './postgres.ts';
import { writeResults } from './results.ts';

const doesNotMeasure = [
  'parsing, locating and deciding on what comes in, and telling screens of it',
  'a store on another machine: Postgres runs on the same cores, over the loopback interface',
  'several nodes that take turns on the lock, and a database that is older than this run',
];

const PRELOADED = 200_000;
const ALERTS = 10_000;

type Rates = { newPerSecond: number; changedPerSecond: number };

/** Events a second over `count` events. */
async function rate(count: number, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return Math.round((count / (performance.now() - begun)) * 1_000);
}

async function batched(log: CaseLog, size: number, total: number): Promise<Rates & { ids: number[] }> {
  const ids: number[] = [];
  const newPerSecond = await rate(total, async () => {
    for (let from = 0; from < total; from += size) {
      const names = Array.from({ length: size }, (_, i) => `${size}/${from + i}`);
      // The way in asks whether it has a report already, so the bench does too.
      const externals = names.map((externalId) => ({ source: 'sample', externalId }));
      const { cases } = await log.transact({ externals }, false, () =>
        names.map((externalId) => newCase({ externalId })),
      );
      ids.push(...cases.map((it) => it.id));
    }
  });
  const changedPerSecond = await rate(total, async () => {
    for (let from = 0; from < total; from += size) {
      const batch = ids.slice(from, from + size);
      await log.transact({ ids: batch }, false, (found) =>
        batch.flatMap((id) => {
          const stored = found.byId(id);
          return stored ? [moved(stored, 'dispose', T0 + 1)] : [];
        }),
      );
    }
  });
  return { newPerSecond, changedPerSecond, ids };
}

async function oneByOne(database: Database, total: number): Promise<Rates> {
  const store = createOneByOne(database.prisma);
  const ids: number[] = [];
  const newPerSecond = await rate(total, async () => {
    for (let i = 0; i < total; i++) ids.push(await store.add(newCase({ externalId: `prisma/${i}` })));
  });
  const changedPerSecond = await rate(total, async () => {
    for (const id of ids) await store.change(id, (stored) => moved(stored, 'dispose', T0 + 1));
  });
  return { newPerSecond, changedPerSecond };
}

async function raised(log: CaseLog, ids: readonly number[]): Promise<{ warningsMs: number; timeoutsMs: number }> {
  const dueAt = T0 + 1 + HOUR;
  const due = (threshold: DueDeadline['threshold']): DueDeadline[] =>
    ids.slice(0, ALERTS).map((caseId) => ({ caseId, instance: 2, round: 0, threshold, dueAt }));
  const time = async (threshold: DueDeadline['threshold']): Promise<number> => {
    const begun = performance.now();
    await log.raise(due(threshold), dueAt);
    return Math.round(performance.now() - begun);
  };
  return { warningsMs: await time('warning'), timeoutsMs: await time('timeout') };
}

await withDatabase(async (database) => {
  // Above the number of cores others were at work too, and only the ratios say anything.
  const loadAtStart = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  const log = createCaseLog(database.pool);
  const prisma = await oneByOne(database, 500);
  const single = await batched(log, 1, 500);
  const hundreds = await batched(log, 100, 10_000);
  const thousands = await batched(log, 1_000, 30_000);
  const alerts = await raised(log, thousands.ids);
  for (let from = 0; from < PRELOADED; from += 1_000) {
    await log.transact({}, false, () =>
      Array.from({ length: 1_000 }, (_, i) => newCase({ externalId: `open/${from + i}`, at: T0 + from + i })),
    );
  }
  const begun = performance.now();
  const { cases } = await log.snapshot();
  const snapshot = { openCases: cases.length, ms: Math.round(performance.now() - begun) };
  const rates = { oneByOneWithPrisma: prisma, single, hundreds, thousands };
  const eventsPerSecond = Object.fromEntries(
    Object.entries(rates).map(([name, it]) => [name, { new: it.newPerSecond, changed: it.changedPerSecond }]),
  );
  const ratio = {
    thousandsToPrismaNew: Math.round(thousands.newPerSecond / prisma.newPerSecond),
    thousandsToPrismaChanged: Math.round(thousands.changedPerSecond / prisma.changedPerSecond),
    thousandsToSingleNew: Math.round(thousands.newPerSecond / single.newPerSecond),
  };
  const figures = { loadAtStart, eventsPerSecond, ratio, raise10000: alerts, snapshot };
  console.log(JSON.stringify(figures, null, 2));
  writeResults('store', figures, doesNotMeasure);
});
