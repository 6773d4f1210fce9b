// How long open clocks take to be counted again and armed when a year's notice comes, in memory and with the store.
// Run: npm run bench restate
import { loadavg } from 'node:os';
import type { Pool } from 'pg';
import { restateClocks } from '#application/deadline/restate-clocks.ts';
import { ArmedCases } from '#application/deadline/armed-cases.ts';
import { DraftBook } from '#application/case/draft.ts';
import type { CaseLog, FoundCases } from '#application/ports.ts';
import { createClock } from '#adapters/memory/clock.ts';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import type { CaseState, CaseSummary } from '#domain/case/case.ts';
import { compileCalendar, type CompiledCalendar } from '#domain/calendar/compile.ts';
import { withNotices } from '#domain/calendar/notice.ts';
import { runningClocks } from '#domain/case/deadlines.ts';
import type { CaseEvent, CaseEventData } from '#domain/case/event.ts';
import { foldCase } from '#domain/case/fold.ts';
import { summaryOf } from '#domain/case/summary.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { withDatabase } from './postgres.ts';
import { quantile, writeResults } from './results.ts';

const CASES = 100_000;
/** Sample of the naive way; it is slow. */
const ONE_BY_ONE = 2_000;
const START = Date.parse('2026-12-21T08:00:00+08:00');
const NOWHERE = { inside: false, districtCode: null, subdistrictCode: null, communityCode: null, gridCode: null };
const doesNotMeasure = [
  'telling screens of what moved',
  'a store on another machine: Postgres runs on the same cores, over the loopback interface',
  'ended cases beside the open ones, or more than four events of a case',
  'live traffic at the same time',
];

const NOTHING_FOUND: FoundCases = {
  byNumber: () => undefined,
  byId: () => undefined,
  byExternal: () => undefined,
  eventsOf: () => [],
  eventIds: () => new Set(),
};
const before = compileCalendar(chinaCalendar);
const newYear = { date: '2027-01-01', workday: false, name: { zh: '元旦', en: "New Year's Day" }, source: 'the bench' };
const after = compileCalendar(withNotices(chinaCalendar, [{ year: 2027, days: [newYear] }], '2027-2'));

/** A case under disposal since some hour of the last days of December; `share` of them reach into the new year. */
function eventsOf(index: number, share: number): CaseEvent[] {
  const begun = START + (index % 400) * 60_000;
  const value = (index % 100) / 100 < share ? 120 : 8 + (index % 16);
  const limit = { value, unit: 'working-hour' } as const;
  const half = { value: 30, unit: 'minute' } as const;
  const actor = { kind: 'person' as const, id: 'officer-1', name: 'officer' };
  const place = { ...NOWHERE, inside: true, districtCode: '120101', subdistrictCode: '120101001' };
  const category = { categoryKey: 'gbt30428.2-2013:event:0102', conditionNo: 1 };
  const steps: CaseEventData[] = [
    {
      ...{ type: 'reported', conduct: 'own', channel: 'collector', ...category, place, dueGiven: null, limit: half },
      ...{
        description: '路面有暴露垃圾一堆，约两平方米',
        address: '南京路 1 号附近',
        position: { lon: 117.2, lat: 39.1 },
      },
      ...{ reporter: null, media: [] },
    },
    { type: 'accepted', next: 'file', limit: half },
    {
      type: 'filed',
      ...category,
      urgent: false,
      limit: half,
      disposalLimit: limit,
      wholeLimit: { ...limit, value: value + 20 },
    },
    { type: 'dispatched', department: '120101-3', supporting: [], limit: null, note: '' },
  ];
  return steps.map((data, no) => {
    const at = begun + no * 60_000;
    return { eventId: `${no}`, at, recordedAt: at, actor, data };
  });
}

function summaries(calendar: CompiledCalendar): { states: ReturnType<typeof foldCase>[]; cases: CaseSummary[] } {
  const states = Array.from({ length: CASES }, (_, index) => foldCase(eventsOf(index, 1)));
  const cases = states.map((state, index) => {
    const identity = { id: index + 1, number: '', source: 'bench', externalId: '', simulated: true };
    return summaryOf(identity, state, runningClocks(state, calendar, defaultThresholds));
  });
  return { states, cases };
}

/** Counting every clock anew and arming it, all of them moved: nothing is stored. */
function inMemory(): { countMs: number; armMs: number } {
  const { states, cases } = summaries(before);
  const armed = new ArmedCases(START);
  for (const summary of cases) armed.put(summary);
  const counted: number[] = [];
  const put: number[] = [];
  for (let round = 0; round < 5; round++) {
    const begun = performance.now();
    const clocks = states.map((state) => runningClocks(state, round % 2 === 0 ? after : before, defaultThresholds));
    const between = performance.now();
    cases.forEach((summary, index) =>
      armed.put({ ...summary, ...clocks[index]!, version: summary.version + round + 1 }),
    );
    counted.push(between - begun);
    put.push(performance.now() - between);
  }
  return { countMs: Math.round(quantile(counted, 0.5)), armMs: Math.round(quantile(put, 0.5)) };
}

/** What one would write first: a transaction a case that updates its row and adds its event. */
async function oneByOne(pool: Pool, cases: readonly CaseSummary[]): Promise<{ cases: number; ms: number }> {
  const begun = performance.now();
  const client = await pool.connect();
  for (const { id } of cases) {
    await client.query('BEGIN');
    const { rows } = await client.query<{ state: CaseState }>('SELECT state FROM city_case WHERE id = $1 FOR UPDATE', [
      id,
    ]);
    const state = rows[0]?.state as CaseState;
    const { stageClock } = runningClocks(state, after, defaultThresholds);
    await client.query(
      `UPDATE city_case SET stage_round = stage_round + 1, version = version + 1, stage_due_at = to_timestamp($2::float8 / 1000),
         stage_warn_at = to_timestamp($3::float8 / 1000), state = $4 WHERE id = $1`,
      [id, stageClock?.dueAt, stageClock?.warnAt, JSON.stringify({ ...state, version: state.version + 1 })],
    );
    await client.query(
      `INSERT INTO log_entry (position, recorded_at, case_id, kind, event_id, type, at, actor_kind, actor_id, actor_name, data)
       VALUES ($1, now(), $2, 'case', 'one by one', 'restated', now(), 'system', 'bench', 'bench', '{}')`,
      [1e9 + id, id],
    );
    await client.query('COMMIT');
  }
  client.release();
  return { cases: cases.length, ms: Math.round(performance.now() - begun) };
}

async function fill(log: CaseLog): Promise<void> {
  for (let from = 0; from < CASES; from += 2_000)
    await log.transact({}, false, () =>
      Array.from({ length: 2_000 }, (_, offset) => {
        const events = eventsOf(from + offset, 1);
        const state = foldCase(events);
        const clocks = runningClocks(state, before, defaultThresholds);
        const named = {
          source: 'bench',
          externalId: String(from + offset),
          numberPrefix: 'X0000',
          numberDay: '20261221',
        };
        return { kind: 'new' as const, ...named, simulated: true, events, state, clocks };
      }),
    );
}

/** From the change of calendar to the last block stored and armed; then every case's own row and event. */
async function durable(log: CaseLog): Promise<Record<string, number>> {
  const armed = new ArmedCases(START);
  const { cases } = await log.snapshot();
  for (const summary of cases) armed.put(summary);
  const begun = performance.now();
  const firstAfter: number[] = [];
  const moved = await restateClocks({
    cases: () => cases,
    mark: { read: async () => chinaCalendar.version, write: async () => undefined },
    calendar: after,
    older: async () => before,
    thresholds: defaultThresholds,
    writer: { submit: (job) => Promise.resolve(job.plan(new DraftBook(NOTHING_FOUND)).finish(() => '')) },
    log,
    onCommitted: (entries) => {
      for (const entry of entries) if (entry.kind === 'restated') for (const one of entry.cases) armed.restate(one);
      firstAfter.push(performance.now() - begun);
    },
    clock: createClock(),
  });
  const storedAndArmedMs = Math.round(performance.now() - begun);
  const settling = performance.now();
  while ((await log.settle(500)).left);
  const settledMs = Math.round(performance.now() - settling);
  const firstBlockMs = Math.round(firstAfter[0] ?? Number.NaN);
  return { moved, storedAndArmedMs, firstBlockMs, blocks: firstAfter.length, settledMs };
}

await withDatabase(async ({ pool }) => {
  const loadAtStart = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  const memory = inMemory();
  console.log(`${CASES} clocks, all moved`, memory);
  const log = createCaseLog(pool);
  await fill(log);
  await pool.query('VACUUM ANALYZE');
  const naive = await oneByOne(pool, (await log.snapshot()).cases.slice(0, ONE_BY_ONE));
  const perHundredThousand = Math.round((naive.ms / naive.cases) * 100_000);
  console.log({ naive, perHundredThousand });
  await pool.query(`DELETE FROM log_entry WHERE event_id = 'one by one'`);
  await pool.query('VACUUM ANALYZE');
  const stored = await durable(log);
  console.log(stored);
  const ratio = Math.round(perHundredThousand / ((stored['storedAndArmedMs'] ?? Number.NaN) * (100_000 / CASES)));
  const figures = {
    loadAtStart,
    inMemory: { clocks: CASES, ...memory },
    stored,
    naive: { ...naive, perHundredThousand },
    ratio,
  };
  writeResults('restate', figures, doesNotMeasure);
});
