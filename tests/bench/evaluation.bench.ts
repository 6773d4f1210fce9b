// How long a month of a year of 800,000 cases takes to count, by district, subdistrict, unit grid and department, paired
// in one run with what one would write first: GROUP BY over the log and the cases in Postgres.
// Run: npm run bench evaluation
import { loadavg } from 'node:os';
import type { Pool } from 'pg';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createCaseLogs } from '#adapters/postgres/evaluation/case-logs.ts';
import { createCheckpointStore } from '#adapters/postgres/evaluation/checkpoint-store.ts';
import { countFacts, type When } from '#application/evaluation/count-facts.ts';
import { FactCheckpoint } from '#application/evaluation/fact-checkpoint.ts';
import { FactColumns } from '#application/evaluation/fact-columns.ts';
import { groupsOf } from '#application/evaluation/groups.ts';
import { Slots } from '#application/evaluation/slots.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { termsOf } from '#domain/indicator/evaluate.ts';
import { foldCase } from '#domain/case/fold.ts';
import type { CaseFacts, Fact } from '#domain/indicator/fact.ts';
import { factsOf } from '#domain/indicator/facts-of.ts';
import type { ObjectKind } from '#domain/indicator/indicator.ts';
import { defaultSettings } from '#domain/indicator/settings.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import type { Level } from '#wire/level.ts';
import type { CaseEvent, CaseEventData } from '#domain/case/event.ts';
import { withDatabase } from './postgres.ts';
import { quantile, writeResults } from './results.ts';

const doesNotMeasure = [
  'a start in full: only until the facts are ready; of reading them from the log a sample, and what that comes to',
  'parsing the request, naming rows and writing JSON',
  'a store on another machine, or one with more memory than the embedded default',
  'the log of a year in full: Postgres holds one entry a case, the memory eight facts a case',
];

const CASES = 800_000;
/** Cases whose logs are really stored and read. */
const SAMPLED = 20_000;
const HOUR = 3_600_000;
const YEAR = Date.parse('2026-01-01T00:00:00+08:00');
const SPREAD = (365 * 24 * HOUR) / CASES;
const INDICATORS = ['B14', 'B21', 'B22', 'B23', 'B24', 'R12', 'R13', 'R14', 'R15', 'S01'];
const MONTH = { from: Date.parse('2026-06-01T00:00:00+08:00'), to: Date.parse('2026-07-01T00:00:00+08:00') };

/** The events of one case: every stage passed within a day, one in seven late. */
function logOf(no: number): CaseEvent[] {
  const at = YEAR + no * SPREAD;
  const limit = { value: 30, unit: 'minute' } as const;
  const subdistrict = no % 300;
  const district = `1201${String((subdistrict % 16) + 1).padStart(2, '0')}`;
  const street = `${district}${String(Math.floor(subdistrict / 16) + 1).padStart(3, '0')}`;
  const community = `${street}${String((no % 18) + 1).padStart(3, '0')}`;
  const grid = `${community}${String((no % 10) + 1).padStart(3, '0')}`;
  const steps: [number, CaseEventData][] = [
    [
      0,
      {
        type: 'reported',
        conduct: 'own',
        channel: no % 20 === 0 ? 'public' : 'collector',
        categoryKey: 'gbt30428.2-2013:event:0102',
        conditionNo: 1,
        description: '',
        address: '',
        position: null,
        place: {
          inside: true,
          districtCode: district,
          subdistrictCode: street,
          communityCode: community,
          gridCode: grid,
        },
        reporter: null,
        media: [],
        dueGiven: null,
        limit,
      },
    ],
    [0.1, { type: 'accepted', next: 'file', limit }],
    [
      0.2,
      {
        type: 'filed',
        categoryKey: 'gbt30428.2-2013:event:0102',
        conditionNo: 1,
        urgent: false,
        limit,
        disposalLimit: { value: 8, unit: 'urgent-hour' },
        wholeLimit: { value: 10, unit: 'urgent-hour' },
      },
    ],
    // One in ten was sent elsewhere first, so that its facts hold for a time only.
    ...(no % 10 === 3
      ? ([
          [0.22, { type: 'dispatched', department: `${district}-x`, supporting: [], limit: null, note: '' }],
          [0.26, { type: 'returned', reason: '', limit }],
        ] satisfies [number, CaseEventData][])
      : []),
    [0.3, { type: 'dispatched', department: `${district}-${no % 10}`, supporting: [], limit: null, note: '' }],
    [no % 7 === 0 ? 12 : 5, { type: 'fed-back', note: '', media: [], limit }],
    [no % 7 === 0 ? 13 : 6, { type: 'checked', passed: true, note: '', media: [], limit }],
    [no % 7 === 0 ? 14 : 7, { type: 'closed', note: '', forced: false }],
  ];
  const actor = { kind: 'person', id: `p${no % 400}`, name: `p${no % 400}` } as const;
  return steps.map(([hours, data], index) => ({
    eventId: String(index),
    at: at + hours * HOUR,
    recordedAt: at,
    actor,
    data,
  }));
}

function shifted({ facts, ...rest }: CaseFacts, by: number): CaseFacts {
  const move = (instant: number | null): number | null => (instant === null ? null : instant + by);
  return {
    ...rest,
    facts: facts.map((fact): Fact => ({
      ...fact,
      enteredAt: fact.enteredAt + by,
      dueAt: move(fact.dueAt),
      endedAt: move(fact.endedAt),
      knownFrom: move(fact.knownFrom),
      knownTo: move(fact.knownTo),
    })),
  };
}

/** Fills a year; facts are really made of events for the first tenth, and moved in time for the rest. */
function fill(columns: FactColumns): { factsPerSecond: number; casesPerSecond: number } {
  const calendar = compileCalendar(chinaCalendar);
  const made: CaseFacts[] = [];
  const begun = performance.now();
  for (let no = 0; no < CASES / 10; no++) {
    const facts = factsOf(no + 1, logOf(no), calendar);
    if (facts) made.push(facts);
  }
  const makingMs = performance.now() - begun;
  const filling = performance.now();
  for (let no = 0; no < CASES; no++) {
    const facts = made[no % made.length];
    if (facts) columns.set({ ...shifted(facts, Math.floor(no / made.length) * made.length * SPREAD), id: no + 1 });
  }
  return {
    casesPerSecond: Math.round((made.length / makingMs) * 1000),
    factsPerSecond: Math.round((columns.facts / (performance.now() - filling)) * 1000),
  };
}

function timed(runs: number, work: () => unknown): { p50: number; worst: number } {
  work();
  const samples = Array.from({ length: runs }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return { p50: rounded(quantile(samples, 0.5)), worst: rounded(Math.max(...samples)) };
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

function ask(columns: FactColumns, object: ObjectKind, level: Level, span = MONTH, asOf = span.to): Float64Array {
  const when: When = {
    from: span.from / 1000,
    to: span.to / 1000,
    asOf: asOf / 1000,
    carried: false,
    exemptLeaves: true,
  };
  const slots = new Slots(INDICATORS.flatMap((id) => termsOf(id, defaultSettings)));
  const { grouping } = groupsOf(columns, object, level, '120000', null);
  return countFacts(columns, when, grouping, { categories: null, department: null }, slots);
}

/** From the stored facts, and from the log, of which a sample is read. */
async function starts(pool: Pool): Promise<Record<string, number>> {
  const log = { epoch: 'bench', position: 1 };
  const begun = performance.now();
  await new FactCheckpoint(createCheckpointStore(pool)).write(columns, log);
  const written = performance.now();
  const kept = await new FactCheckpoint(createCheckpointStore(pool)).read(log);
  const readMs = Math.round(performance.now() - written);
  if (kept?.columns.facts !== columns.facts) throw new Error('the stored facts are not those that were written');
  const sampled = await fromLog(pool);
  return {
    writeAllMs: Math.round(written - begun),
    fromCheckpointMs: readMs,
    sampledCases: SAMPLED,
    sampledMs: Math.round(sampled),
    fromLogMs: Math.round((sampled / SAMPLED) * CASES),
  };
}

async function fromLog(pool: Pool): Promise<number> {
  const calendar = compileCalendar(chinaCalendar);
  const log = createCaseLog(pool);
  for (let from = 0; from < SAMPLED; from += 2_000)
    await log.transact({}, false, () =>
      Array.from({ length: 2_000 }, (_, offset) => {
        const events = logOf(from + offset);
        const named = {
          source: 'bench',
          externalId: `s${from + offset}`,
          numberPrefix: 'X0000',
          numberDay: '20260101',
        };
        const clocks = { stageClock: null, wholeClock: null };
        return { kind: 'new' as const, ...named, simulated: true, events, state: foldCase(events), clocks };
      }),
    );
  const logs = createCaseLogs(pool);
  const begun = performance.now();
  const made = new FactColumns();
  for (let after = 0; ;) {
    const { cases } = await logs.page(after, 1_000);
    if (cases.length === 0) break;
    for (const { id, events } of cases) {
      const facts = factsOf(id, events, calendar);
      if (facts) made.set(facts);
    }
    after = cases.at(-1)?.id ?? after;
  }
  const took = performance.now() - begun;
  await pool.query('TRUNCATE city_case, log_entry');
  return took;
}

const CASE_ROWS = `INSERT INTO city_case (id, number, source, external_id, simulated, phase, conduct, channel, urgent, suspended,
    supervision_level, inside, district_code, subdistrict_code, community_code, grid_code, address, department, reported_at,
    filed_at, stage_entered_at, ended_at, stage_provisional, whole_provisional, reworks, version, move_version, state)
  SELECT n, 'E' || n, 'bench', n::text, FALSE, 'closed', 'own', 'collector', FALSE, FALSE, 0, TRUE, d, s, s || '001', s || '001001', '',
    d || '-' || n % 10, t, t, t, t + interval '7 hours', FALSE, FALSE, 0, 7, 7, '{}'
  FROM (SELECT n, '1201' || lpad(((n % 300) % 16 + 1)::text, 2, '0') AS d,
    '1201' || lpad(((n % 300) % 16 + 1)::text, 2, '0') || lpad(((n % 300) / 16 + 1)::text, 3, '0') AS s,
    timestamptz '2026-01-01 00:00+08' + n * interval '1 year' / ${CASES} AS t FROM generate_series(1, ${CASES}) AS n) AS made`;

const LOG_ROWS = `INSERT INTO log_entry (position, recorded_at, case_id, kind, event_id, type, at, actor_kind, actor_id, actor_name,
    judged_due_at, data)
  SELECT id, reported_at, id, 'case', 'f', 'fed-back', reported_at + interval '1 hour' * (CASE WHEN id % 7 = 0 THEN 12 ELSE 5 END),
    'person', 'p', 'p', reported_at + interval '8 hours', '{}' FROM city_case`;

const BY_PLACE = (
  column: string,
): string => `SELECT c.${column}, count(*)::int AS due, (count(*) FILTER (WHERE l.at <= l.judged_due_at))::int AS on_time
  FROM log_entry l JOIN city_case c ON c.id = l.case_id
  WHERE l.kind = 'case' AND l.judged_due_at IS NOT NULL AND l.at >= '2026-06-01 00:00+08' AND l.at < '2026-07-01 00:00+08' GROUP BY 1`;

async function timedSql(pool: Pool, text: string): Promise<{ p50: number; worst: number }> {
  await pool.query(text);
  const samples: number[] = [];
  for (let run = 0; run < 7; run++) {
    const begun = performance.now();
    await pool.query(text);
    samples.push(performance.now() - begun);
  }
  return { p50: rounded(quantile(samples, 0.5)), worst: rounded(Math.max(...samples)) };
}

const loadAtStart = Math.round((loadavg()[0] ?? 0) * 10) / 10;
const columns = new FactColumns();
const before = process.memoryUsage();
const filled = fill(columns);
global.gc?.();
const after = process.memoryUsage();
const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
const year = { from: YEAR, to: YEAR + 365 * 24 * HOUR };
const engineMs = {
  district: timed(15, () => ask(columns, 'place', 'district')),
  subdistrict: timed(15, () => ask(columns, 'place', 'subdistrict')),
  grid: timed(15, () => ask(columns, 'place', 'grid')),
  department: timed(15, () => ask(columns, 'department', 'city')),
  person: timed(15, () => ask(columns, 'person', 'city')),
  subdistrictAsOfMidMonth: timed(15, () => ask(columns, 'place', 'subdistrict', MONTH, MONTH.from + 15 * 24 * HOUR)),
  wholeYearBySubdistrict: timed(5, () => ask(columns, 'place', 'subdistrict', year)),
};
const { sqlMs, startMs } = await withDatabase(async ({ pool }) => {
  const startMs = await starts(pool);
  await pool.query(CASE_ROWS);
  await pool.query(LOG_ROWS);
  await pool.query('VACUUM ANALYZE city_case, log_entry');
  return {
    sqlMs: {
      district: await timedSql(pool, BY_PLACE('district_code')),
      subdistrict: await timedSql(pool, BY_PLACE('subdistrict_code')),
    },
    startMs,
  };
});
const figures = {
  loadAtStart,
  cases: CASES,
  facts: columns.facts,
  megabytes: Math.round(bytes / 1e6),
  indicators: INDICATORS,
  engineMs,
  sqlMs,
  startMs,
  ratio: { subdistrict: Math.round((sqlMs.subdistrict.p50 / engineMs.subdistrict.p50) * 10) / 10 },
  filled,
};
console.log(JSON.stringify(figures, null, 2));
writeResults('evaluation', figures, doesNotMeasure);
