import type { Pool } from 'pg';
import type { ReplayStore } from '#application/wall/replay.ts';
import { instantOfStep, REPLAY_STEPS, type ReplaySpan } from '#domain/wall/replay.ts';
import { NO_POSITION } from '#wire/columns.ts';
import type { ReplayColumns } from '#wire/replay-frame.ts';
import { reported } from '../unavailable.ts';
import { Conditions, placeConditions } from './conditions.ts';

const DAY_MS = 86_400_000;
/** What a day is held against, what says most first. */
const DAYS_EARLIER = [7, 1] as const;

type CaseRow = [id: number, lon: number | null, lat: number | null, reported: number, ended: number | null];
type OutRow = [id: number, from: number, until: number | null];
type StepRow = [step: number, change: number];

/** Spans of the past, read from the cases, their alerts and their log. */
export function createReplayStore(pool: Pool): ReplayStore {
  const rows = async <Row extends unknown[]>(text: string, values: unknown[]): Promise<Row[]> =>
    (await reported(pool.query<Row>({ text, values, rowMode: 'array' }))).rows;
  return {
    async columns(span, place, most) {
      const alive = openWithin(span, place);
      const cases = await rows<CaseRow>(
        `SELECT c.id, c.lon, c.lat, ${SECOND('c.reported_at')}, ${SECOND('c.ended_at')}
         FROM city_case c WHERE ${alive.sql} ORDER BY c.id LIMIT ${alive.parameter(most + 1)}`,
        alive.values,
      );
      if (cases.length > most) return null;
      const outs = await rows<OutRow>(...timesOut(span, place));
      return { ...columnsOf(span, cases, outs), earlier: await earlierOf(span, place) };
    },
    async hasCases(span, place) {
      const alive = openWithin(span, place);
      const [found] = await rows<[boolean]>(
        `SELECT EXISTS (SELECT 1 FROM city_case c WHERE ${alive.sql})`,
        alive.values,
      );
      return found?.[0] === true;
    },
  };

  async function earlierOf({ from, to }: ReplaySpan, place: string | null): Promise<ReplayColumns['earlier']> {
    for (const days of DAYS_EARLIER) {
      const span = { from: from - days * DAY_MS, to: to - days * DAY_MS };
      // A day on which the platform was just beginning is no measure of another: something came a day before it.
      const known = await isKnownBefore(span.from - DAY_MS);
      if (known) return { days, open: await openSteps(span, place) };
    }
    return { days: 0, open: new Uint32Array(0) };
  }

  async function isKnownBefore(instant: number): Promise<boolean> {
    const [found] = await rows<[boolean]>(
      'SELECT EXISTS (SELECT 1 FROM city_case c WHERE c.reported_at < to_timestamp($1::float8 / 1000))',
      [instant],
    );
    return found?.[0] === true;
  }

  async function openSteps(before: ReplaySpan, place: string | null): Promise<Uint32Array> {
    const alive = openWithin(before, place);
    const first = alive.parameter(before.from / 1_000);
    const length = alive.parameter((instantOfStep(before, 1) - before.from) / 1_000);
    const stepOf = (column: string): string =>
      `greatest(0, ceil((date_part('epoch', ${column}) - ${first}::float8) / ${length}::float8))::int`;
    const changes = await rows<StepRow>(
      `WITH alive AS (SELECT c.reported_at, c.ended_at FROM city_case c WHERE ${alive.sql})
       SELECT step, sum(change)::int FROM (
         SELECT ${stepOf('reported_at')} AS step, 1 AS change FROM alive
         UNION ALL SELECT ${stepOf('ended_at')}, -1 FROM alive WHERE ended_at IS NOT NULL
       ) AS moved GROUP BY step`,
      alive.values,
    );
    const counts = new Int32Array(REPLAY_STEPS + 1);
    for (const [step, change] of changes) {
      if (step <= REPLAY_STEPS) counts[step] = (counts[step] ?? 0) + change;
    }
    for (let step = 1; step <= REPLAY_STEPS; step++) counts[step] = (counts[step] ?? 0) + (counts[step - 1] ?? 0);
    return Uint32Array.from(counts);
  }
}

const SECOND = (column: string): string => `floor(date_part('epoch', ${column}))`;

/** Conditions on a `c` that was open at some instant of a span. */
function openWithin({ from, to }: ReplaySpan, place: string | null): Conditions {
  const conditions = placeConditions(new Conditions(), place, { place: null, department: null });
  return conditions
    .ask(to, (value) => `c.reported_at <= to_timestamp(${value}::float8 / 1000)`)
    .ask(from, (value) => `(c.ended_at IS NULL OR c.ended_at > to_timestamp(${value}::float8 / 1000))`);
}

// From the alerts, which say when a limit ran out and until when that stood; and from disposals that ended after their
// limit, for cases that came here with their past and never had an alert. Of those, one that ended more than a week after
// the span is left out, to keep the reading short.
function timesOut(span: ReplaySpan, place: string | null): [text: string, values: unknown[]] {
  const alive = openWithin(span, place);
  const from = `to_timestamp(${alive.parameter(span.from)}::float8 / 1000)`;
  const to = `to_timestamp(${alive.parameter(span.to)}::float8 / 1000)`;
  const text = `WITH alive AS (SELECT c.id FROM city_case c WHERE ${alive.sql})
    SELECT id, ${SECOND('began')}, ${SECOND('ended')} FROM (
      SELECT alive.id, a.due_at AS began, a.resolved_at AS ended FROM alert a JOIN alive ON alive.id = a.case_id
      WHERE a.threshold = 'timeout' AND a.due_at <= ${to} AND (a.resolved_at IS NULL OR a.resolved_at > ${from})
      UNION ALL
      SELECT alive.id, l.judged_due_at, l.at FROM log_entry l JOIN alive ON alive.id = l.case_id
      WHERE l.kind = 'case' AND l.at > ${from} AND l.at < ${to} + interval '7 days'
        AND l.judged_due_at <= ${to} AND l.at > l.judged_due_at
    ) AS out ORDER BY 1, 2`;
  return [text, alive.values];
}

function columnsOf(
  { from, to }: ReplaySpan,
  cases: readonly CaseRow[],
  times: readonly OutRow[],
): Omit<ReplayColumns, 'earlier'> {
  const { length } = cases;
  const rowOf = new Map<number, number>();
  const [lon, lat] = [new Int32Array(length).fill(NO_POSITION), new Int32Array(length).fill(NO_POSITION)];
  const [reportedAt, endedAt] = [new Uint32Array(length), new Uint32Array(length)];
  cases.forEach(([id, caseLon, caseLat, reportedSecond, endedSecond], row) => {
    rowOf.set(id, row);
    if (caseLon !== null && caseLat !== null) {
      lon[row] = Math.round(caseLon * 1e6);
      lat[row] = Math.round(caseLat * 1e6);
    }
    reportedAt[row] = reportedSecond;
    endedAt[row] = endedSecond ?? 0;
  });
  const merged: OutRow[] = [];
  for (const [id, began, ended] of times) {
    // A case that has come in between the two readings.
    const row = rowOf.get(id);
    if (row === undefined) continue;
    const before = merged.at(-1);
    if (before === undefined || before[0] !== row || (before[2] !== null && before[2] < began))
      merged.push([row, began, ended]);
    else before[2] = before[2] === null || ended === null ? null : Math.max(before[2], ended);
  }
  const outs = {
    length: merged.length,
    row: Uint32Array.from(merged, ([row]) => row),
    from: Uint32Array.from(merged, ([, began]) => began),
    until: Uint32Array.from(merged, ([, , ended]) => ended ?? 0),
  };
  return { from, to, length, lon, lat, reportedAt, endedAt, outs };
}
