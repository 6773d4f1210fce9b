// How late alerts are stored after their instant, at 1,000 a second and 10,000 in one instant, with 100,000 and 1,000,000
// deadlines armed, paired in one run with what one would write first: a query for due rows every second.
// Run: npm run bench deadline
import type { CaseLog, Lease, LogEntry } from '#application/ports.ts';
import { DeadlineKeeper } from '#application/deadline/keeper.ts';
import { TimerWheel } from '#application/deadline/wheel.ts';
import { createClock } from '#adapters/memory/clock.ts';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import { foldCase } from '#domain/case/fold.ts';
import { summaryOf } from '#domain/case/summary.ts';
import { withDatabase } from './postgres.ts';
import { quantile, writeResults } from './results.ts';

const FIRES = 10_000;
const doesNotMeasure = [
  'working out the due instants (see the clock bench) and telling screens (see the pixel bench)',
  'a store on another machine: Postgres runs on the same two cores',
  'job queues such as BullMQ or pg-boss: the pair is a plain SQL poll every second',
];
const always: Lease = {
  start: () => Promise.resolve(),
  isHeld: () => true,
  onChange: () => () => undefined,
  stop: () => Promise.resolve(),
};
const clock = createClock();

type Lateness = { p50: number; p99: number; max: number; early: number; stored: number };

/** Cases whose whole-case clock ends at the given instants, stored; gives their summaries. */
async function store(log: CaseLog, dueAts: readonly number[], tag: string): Promise<CaseSummary[]> {
  const summaries: CaseSummary[] = [];
  for (let from = 0; from < dueAts.length; from += 1_000) {
    const page = dueAts.slice(from, from + 1_000);
    const { entries } = await log.transact({}, false, () =>
      page.map((dueAt, index) => {
        const now = clock.now();
        const event = {
          eventId: 'reported',
          at: now,
          recordedAt: now,
          actor: { kind: 'source' as const, id: 'bench', name: 'bench' },
          data: {
            type: 'reported' as const,
            conduct: 'told' as const,
            channel: 'import' as const,
            categoryKey: null,
            conditionNo: null,
            description: '',
            address: '',
            position: null,
            place: { inside: false, districtCode: null, subdistrictCode: null, communityCode: null, gridCode: null },
            reporter: null,
            media: [],
            dueGiven: dueAt,
            limit: null,
          },
        };
        return {
          kind: 'new' as const,
          source: 'bench',
          externalId: `${tag}-${from + index}`,
          simulated: true,
          numberPrefix: 'X0000',
          numberDay: '20261122',
          events: [event],
          state: foldCase([event]),
          clocks: {
            stageClock: null,
            wholeClock: {
              instance: 0,
              round: 0,
              basis: 'continuous' as const,
              warnAt: null,
              dueAt,
              provisional: false,
            },
          },
        };
      }),
    );
    for (const entry of entries) if (entry.kind === 'case') summaries.push(entry.after);
  }
  return summaries;
}

function instants(shape: 'spread' | 'storm', start: number): number[] {
  return Array.from({ length: FIRES }, (_, index) => start + (shape === 'spread' ? index : 0));
}

async function keeperRun(log: CaseLog, shape: 'spread' | 'storm', armed: number, tag: string): Promise<Lateness> {
  const lateness: number[] = [];
  const keeper = new DeadlineKeeper({
    log,
    clock,
    lease: always,
    onCommitted: (entries: LogEntry[]) => {
      const now = clock.now();
      for (const entry of entries)
        if (entry.kind === 'alert' && entry.change === 'raised') lateness.push(now - entry.alert.dueAt);
    },
    onError: (error) => console.error(error),
  });
  keeper.arm(backdrop(armed));
  const due = instants(shape, clock.now() + 6_000);
  keeper.arm(await store(log, due, tag));
  await keeper.start();
  await until(() => lateness.length >= FIRES, due.at(-1)! + 30_000);
  await keeper.stop();
  return figures(lateness);
}

/** The naive pair: ask for what is due once a second, store, tell. */
async function pollRun(log: CaseLog, shape: 'spread' | 'storm', tag: string): Promise<Lateness> {
  const lateness: number[] = [];
  const due = instants(shape, clock.now() + 6_000);
  await store(log, due, tag);
  const last = due.at(-1)! + 30_000;
  while (lateness.length < FIRES && clock.now() < last) {
    const now = clock.now();
    const found = await log.deadlinesUntil(now - 1, 10_000);
    const { entries } = await log.raise(found, now);
    const told = clock.now();
    for (const entry of entries)
      if (entry.kind === 'alert' && entry.change === 'raised') lateness.push(told - entry.alert.dueAt);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, now + 1_000 - clock.now())));
  }
  return figures(lateness);
}

/** Open cases due weeks ahead that only weigh on memory. Their ids lie past those of stored cases. */
function* backdrop(count: number): Iterable<CaseSummary> {
  const event = { reportedAt: clock.now() };
  const blank = foldCase([
    {
      eventId: 'reported',
      at: event.reportedAt,
      recordedAt: event.reportedAt,
      actor: { kind: 'source', id: 'bench', name: 'bench' },
      data: {
        type: 'reported',
        conduct: 'told',
        channel: 'import',
        categoryKey: null,
        conditionNo: null,
        description: '',
        address: '',
        position: null,
        place: { inside: false, districtCode: null, subdistrictCode: null, communityCode: null, gridCode: null },
        reporter: null,
        media: [],
        dueGiven: null,
        limit: null,
      },
    },
  ]);
  for (let index = 0; index < count; index++) {
    const identity = { id: 10_000_000 + index, number: '', source: 'bench', externalId: '', simulated: true };
    const dueAt = event.reportedAt + 3_600_000 + ((index * 7_919) % 1_000_000_000);
    yield summaryOf(identity, blank, {
      stageClock: null,
      wholeClock: { instance: 0, round: 0, basis: 'continuous', warnAt: null, dueAt, provisional: false },
    });
  }
}

function figures(lateness: number[]): Lateness {
  return {
    p50: quantile(lateness, 0.5),
    p99: quantile(lateness, 0.99),
    max: quantile(lateness, 1),
    early: lateness.filter((ms) => ms < 0).length,
    stored: lateness.length,
  };
}

async function until(done: () => boolean, limit: number): Promise<void> {
  while (!done() && clock.now() < limit) await new Promise((resolve) => setTimeout(resolve, 50));
}

function wheelRates(count: number): { armPerSecond: number; rearmPerSecond: number } {
  const wheel = new TimerWheel(0, 4);
  const begun = performance.now();
  for (let timer = 0; timer < count; timer++) wheel.arm(timer, 1_000 + ((timer * 7_919) % 1_000_000_000));
  const armed = performance.now();
  for (let timer = 0; timer < count; timer++) wheel.arm(timer, 1_000 + ((timer * 104_729) % 1_000_000_000));
  const rearmed = performance.now();
  return {
    armPerSecond: Math.round(count / ((armed - begun) / 1_000)),
    rearmPerSecond: Math.round(count / ((rearmed - armed) / 1_000)),
  };
}

await withDatabase(async ({ pool }) => {
  const log = createCaseLog(pool);
  const results: Record<string, unknown> = {};
  for (const armed of [100_000, 1_000_000]) results[`wheel ${armed}`] = wheelRates(armed);
  for (const armed of [100_000, 1_000_000]) {
    for (const shape of ['spread', 'storm'] as const) {
      const name = `${shape} of ${FIRES}, ${armed} armed`;
      results[name] = await keeperRun(log, shape, armed, name);
      console.log(name, results[name]);
    }
  }
  for (const shape of ['spread', 'storm'] as const) {
    const name = `${shape} of ${FIRES}, SQL poll every second`;
    results[name] = await pollRun(log, shape, name);
    console.log(name, results[name]);
  }
  const ours = results[`spread of ${FIRES}, 1000000 armed`] as Lateness;
  const poll = results[`spread of ${FIRES}, SQL poll every second`] as Lateness;
  const ratios = { p50: poll.p50 / ours.p50, p99: poll.p99 / ours.p99 };
  console.log(`lateness of the poll ÷ ours: p50 ${ratios.p50.toFixed(1)}, p99 ${ratios.p99.toFixed(1)}`);
  writeResults('deadline', { lateness: results, ratios }, doesNotMeasure);
});
