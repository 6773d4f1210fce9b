import type { Pool } from 'pg';
import type { DayHistory, DayHistoryRow, DueThen, OpenThen } from '#application/projection/day-history.ts';
import { STAGE_PASSED_BY } from '#application/projection/day-tally.ts';
import { ENDS } from '#domain/case/stage.ts';
import type { CaseEventType } from '#domain/case/event.ts';
import { instantSql } from '../columns.ts';
import { reported } from '../unavailable.ts';

const ENDED = ENDS.map((end) => `'${end}'`).join(', ');

// By event type and hour; the case's place is where it is now. Repeated ends of one hour count once.
const DAYS = `SELECT ${instantSql('d.start')} AS "dayStart", coalesce(c.subdistrict_code, c.district_code) AS "placeCode",
  l.type, least(23, floor(date_part('epoch', l.at - d.start) / 3600))::int AS hour, count(*)::int AS events,
  count(DISTINCT l.case_id) FILTER (
    WHERE l.type IN ('closed', 'declined', 'voided') OR (l.type = 'told' AND l.data->>'phase' IN (${ENDED}))
  )::int AS ended,
  count(l.judged_due_at)::int AS judged, (count(*) FILTER (WHERE l.at <= l.judged_due_at))::int AS "onTime"
FROM (
  SELECT to_timestamp(start / 1000) AS start, to_timestamp(lead(start, 1, $2::float8) OVER (ORDER BY start) / 1000) AS stop
  FROM unnest($1::float8[]) AS given(start)
) AS d
JOIN log_entry l ON l.at >= d.start AND l.at < d.stop AND l.kind = 'case' AND l.position <= $3
JOIN city_case c ON c.id = l.case_id
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2`;

const OPEN_AT = `SELECT coalesce(c.subdistrict_code, c.district_code) AS "placeCode", c.category_key AS "categoryKey",
  count(*)::int AS open
FROM city_case c
WHERE c.reported_at <= to_timestamp($1::float8 / 1000) AND (c.ended_at IS NULL OR c.ended_at > to_timestamp($1::float8 / 1000))
GROUP BY 1, 2`;

// Disposals ended since (judged by the instant they were due then) and those that still run. One that began after the
// instant was not yet there to be counted; one that ended more than a week late is left out, to keep the reading short.
const DUE_SOON_AT = `SELECT "placeCode", count(*)::int AS due FROM (
  SELECT coalesce(c.subdistrict_code, c.district_code) AS "placeCode"
  FROM log_entry l JOIN city_case c ON c.id = l.case_id
  WHERE l.at > to_timestamp($1::float8 / 1000) AND l.at < to_timestamp($1::float8 / 1000) + interval '7 days'
    AND l.judged_due_at >= to_timestamp($1::float8 / 1000)
    AND l.judged_due_at <= to_timestamp($1::float8 / 1000) + interval '1 hour' AND l.kind = 'case'
    AND (SELECT max(p.at) FROM log_entry p WHERE p.case_id = l.case_id AND p.position < l.position
      AND p.type IN ('dispatched', 'reworked', 'told')) <= to_timestamp($1::float8 / 1000)
  UNION ALL
  SELECT coalesce(c.subdistrict_code, c.district_code)
  FROM city_case c
  WHERE c.phase = 'dispose' AND c.stage_entered_at <= to_timestamp($1::float8 / 1000)
    AND c.stage_due_at >= to_timestamp($1::float8 / 1000)
    AND c.stage_due_at <= to_timestamp($1::float8 / 1000) + interval '1 hour'
) AS found GROUP BY 1`;

type Row = { dayStart: number; placeCode: string | null; type: CaseEventType; hour: number } & Record<
  'events' | 'ended' | 'judged' | 'onTime',
  number
>;

/** Days gone by, counted from the log. */
export function createDayHistory(pool: Pool): DayHistory {
  return {
    async days(dayStarts, end, position) {
      const { rows } = await reported(pool.query<Row>(DAYS, [dayStarts, end, position]));
      const days = new Map<string, DayHistoryRow>();
      for (const row of rows) {
        const key = `${row.dayStart} ${row.placeCode ?? ''}`;
        const day = days.get(key) ?? emptyDay(row);
        days.set(key, day);
        add(day, row);
      }
      return [...days.values()];
    },
    dueSoonAt: (instant) => reported(pool.query<DueThen>(DUE_SOON_AT, [instant]).then(({ rows }) => rows)),
    openAt: (instant) => reported(pool.query<OpenThen>(OPEN_AT, [instant]).then(({ rows }) => rows)),
  };
}

function emptyDay({ dayStart, placeCode }: Row): DayHistoryRow {
  const hours = (): number[] => new Array<number>(24).fill(0);
  const none = { passed: {}, disposedDue: 0, disposedOnTime: 0 };
  return { dayStart, placeCode, ...none, reportedByHour: hours(), endedByHour: hours() };
}

function add(day: DayHistoryRow, { type, hour, events, ended, judged, onTime }: Row): void {
  const passed = STAGE_PASSED_BY[type];
  if (passed) day.passed[passed] = (day.passed[passed] ?? 0) + events;
  if (passed === 'report') day.reportedByHour[hour] = (day.reportedByHour[hour] ?? 0) + events;
  day.endedByHour[hour] = (day.endedByHour[hour] ?? 0) + ended;
  day.disposedDue += judged;
  day.disposedOnTime += onTime;
}
