// How long a page of the history takes on a made store of a year: 800,000 cases, a million alerts, 3.2 million acts. The
// worst question is one that nothing answers: it looks at as many lines as a page may and finds none.
// Run: npm run bench history [CASES]
import { loadavg } from 'node:os';
import type { Pool } from 'pg';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createHistoryStore, MOST_LOOKED_AT } from '#adapters/postgres/history/history-store.ts';
import type { HistoryFilter, HistoryMark } from '#application/history/history-port.ts';
import { newCase, T0 } from '../contract/sample-case.ts';
import { withDatabase } from './postgres.ts';
import { writeResults } from './results.ts';

const doesNotMeasure = [
  'a store that does not fit the memory of its machine, or one on another machine',
  'HTTP, the page, and several officers who ask at once',
  'lines with all that real acts carry: the made ones are shorter, so that more of them lie on a page of the disk',
];

const CASES = Number(process.argv[2] ?? 800_000);
const ACTS_A_CASE = 4;
const ALERTS = Math.round(CASES * 1.25);
const DISTRICTS = 16;
const SUBDISTRICTS = 300;
const PEOPLE = 300;
const YEAR_MS = 365 * 86_400_000;
const TIMES = 25;

const NONE: HistoryFilter = {
  ...{ kind: 'alerts', what: null, who: null, place: null, category: null, threshold: null, caseNumber: null },
  ...{ since: null, until: null },
};

/** A year of cases, each a copy of one that the log wrote, spread over districts and the year. */
async function makeCases(pool: Pool): Promise<void> {
  const own: Record<string, string> = {
    id: 'n',
    number: `'E0110-20261123-' || n`,
    external_id: `'made/' || n`,
    district_code: `'1201' || lpad(((n % ${DISTRICTS}) + 1)::text, 2, '0')`,
    subdistrict_code: `'1201' || lpad(((n % ${DISTRICTS}) + 1)::text, 2, '0') || lpad((n % ${SUBDISTRICTS})::text, 3, '0')`,
    reported_at: `to_timestamp(${T0} / 1000.0 + n::float8 * ${YEAR_MS / 1_000} / ${CASES})`,
  };
  const { rows } = await pool.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'city_case' ORDER BY ordinal_position`,
  );
  const names = rows.map(({ name }) => `"${name}"`).join(', ');
  const values = rows.map(({ name }) => own[name] ?? `c."${name}"`).join(', ');
  await pool.query(`INSERT INTO city_case (${names}) SELECT ${values}
    FROM (SELECT * FROM city_case ORDER BY id LIMIT 1) AS c, generate_series(2, ${CASES}) AS n`);
}

const INTO = `INSERT INTO log_entry (position, recorded_at, case_id, kind, event_id, type, at, actor_kind, actor_id,
  actor_name, data)`;
const at = (of: number): string => `to_timestamp(${T0} / 1000.0 + n::float8 * ${YEAR_MS / 1_000} / ${of})`;

/** Rows first, indexes afterwards: a made store is there in minutes. */
async function makeLog(pool: Pool): Promise<void> {
  const { rows: kept } = await pool.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = 'log_entry' AND indexname NOT LIKE '%pkey' AND indexdef NOT LIKE '%UNIQUE%'`,
  );
  for (const { name } of kept) await pool.query(`DROP INDEX "${name}"`);
  await writeLog(pool);
  for (const { definition } of kept) await pool.query(definition);
  await pool.query('VACUUM ANALYZE log_entry');
  await pool.query('VACUUM ANALYZE city_case');
}

async function writeLog(pool: Pool): Promise<void> {
  const acts = CASES * ACTS_A_CASE;
  const types = `(ARRAY['reported','filed','dispatched','closed'])[n % ${ACTS_A_CASE} + 1]`;
  await pool.query(`${INTO} SELECT 10 + n, ${at(acts)}, (n * 7919::bigint) % ${CASES} + 1, 'case', NULL, ${types},
    ${at(acts)}, 'person', n % ${PEOPLE}, '席位' || n % ${PEOPLE}, '{"note":"已到场处置，见照片"}'
    FROM generate_series(1, ${acts}) AS n`);
  // Each is raised and ends; every tenth is taken in between.
  const words = `CASE WHEN n % 21 = 20 THEN 'taken' WHEN n % 2 = 0 THEN 'raised' ELSE 'resolved' END`;
  const data = `jsonb_build_object('id', n / 2, 'threshold', CASE WHEN n % 3 = 0 THEN 'timeout' ELSE 'warning' END,
    'dueAt', ${T0}, 'resolution', 'moved-on')`;
  const lines = Math.round(ALERTS * 2.1);
  await pool.query(`${INTO} SELECT ${acts} + 100 + n, ${at(lines)}, (n * 7919::bigint) % ${CASES} + 1, 'alert', NULL,
    ${words}, ${at(lines)}, CASE WHEN n % 21 = 20 THEN 'person' ELSE 'system' END, 'x',
    CASE WHEN n % 21 = 20 THEN '席位' || n % ${PEOPLE} ELSE 'deadlines' END, ${data}
    FROM generate_series(1, ${lines}) AS n`);
}

type Timed = { medianMs: number; worstMs: number; lines: number; full: boolean };

/** How much longer 100,000 acts take to be written with the indexes of the history than without. */
async function writing(pool: Pool): Promise<{ withMs: number; withoutMs: number }> {
  const write = async (from: number): Promise<number> => {
    const begun = performance.now();
    await pool.query(`${INTO} SELECT ${from} + n, now(), n % ${CASES} + 1, 'case', 'more-' || ${from} + n, 'commented', now(),
      'person', n % ${PEOPLE}, '席位' || n % ${PEOPLE}, '{"note":"已到场处置，见照片"}' FROM generate_series(1, 100000) AS n`);
    return Math.round(performance.now() - begun);
  };
  const withMs = Math.min(await write(100_000_000), await write(200_000_000));
  await pool.query('DROP INDEX log_entry_kind_at, log_entry_kind_type_at, log_entry_actor_name_at');
  return { withMs, withoutMs: Math.min(await write(300_000_000), await write(400_000_000)) };
}

await withDatabase(async ({ pool }) => {
  const loadAtStart = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  await createCaseLog(pool).transact({}, false, () => [newCase({ externalId: 'made/1' })]);
  await makeCases(pool);
  await makeLog(pool);
  const store = createHistoryStore(pool);
  const reach = { place: null, department: null };
  const timed = async (change: (turn: number) => Partial<HistoryFilter>, pages = 1): Promise<Timed> => {
    const times: number[] = [];
    let [lines, full] = [0, false];
    for (let turn = 0; turn < TIMES; turn++) {
      let before: HistoryMark | null = null;
      for (let page = 0; page < pages; page++) {
        const begun = performance.now();
        const found = await store.search({ ...NONE, ...change(turn) }, reach, { before, limit: 100 });
        if (page === pages - 1) times.push(performance.now() - begun);
        [lines, full, before] = [found.lines.length, found.lookedBackTo === null, found.next];
      }
    }
    times.sort((a, b) => a - b);
    const round = (ms: number): number => Math.round(ms * 10) / 10;
    return { medianMs: round(times[TIMES >> 1] ?? 0), worstMs: round(times.at(-1) ?? 0), lines, full };
  };
  const day = (turn: number): Partial<HistoryFilter> => {
    const until = T0 + YEAR_MS - turn * 12 * 86_400_000;
    return { since: until - 86_400_000, until };
  };
  const district = (turn: number): string => `1201${String((turn % DISTRICTS) + 1).padStart(2, '0')}`;
  const questions = {
    newestAlerts: await timed(() => ({})),
    newestActs: await timed(() => ({ kind: 'acts' })),
    fiftiethPage: await timed(() => ({ kind: 'acts' }), 50),
    alertsTaken: await timed(() => ({ what: 'taken' })),
    oneDay: await timed((turn) => ({ kind: 'acts', ...day(turn) })),
    onePerson: await timed((turn) => ({ kind: 'acts', who: `席位${turn + 100}` })),
    namesThatBeginAlike: await timed(() => ({ kind: 'acts', who: '席位' })),
    oneCase: await timed((turn) => ({ kind: 'acts', caseNumber: `E0110-20261123-${turn * 31_337 + 2}` })),
    oneDistrict: await timed((turn) => ({ kind: 'acts', place: district(turn) })),
    oneSubdistrict: await timed((turn) => {
      const n = turn * 997 + 5;
      const code = `1201${String((n % DISTRICTS) + 1).padStart(2, '0')}${String(n % SUBDISTRICTS).padStart(3, '0')}`;
      return { kind: 'acts', place: code };
    }),
    nothingAnswers: await timed(() => ({ kind: 'acts', category: 'no-such-category' })),
  };
  const { rows } = await pool.query<{ log: string; index: string }>(
    `SELECT pg_size_pretty(pg_total_relation_size('log_entry')) AS log, pg_size_pretty(pg_relation_size('log_entry_kind_at')
       + pg_relation_size('log_entry_kind_type_at') + pg_relation_size('log_entry_actor_name_at')) AS index`,
  );
  const made = { cases: CASES, alerts: ALERTS, acts: CASES * ACTS_A_CASE, ...rows[0], mostLookedAt: MOST_LOOKED_AT };
  const figures = { loadAtStart, made, questions, writing100000: await writing(pool) };
  console.log(JSON.stringify(figures, null, 2));
  writeResults('history', figures, doesNotMeasure);
});
