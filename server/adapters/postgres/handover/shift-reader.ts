import type { Pool } from 'pg';
import type { ShiftReader } from '#application/handover/handover-port.ts';
import { STAGES } from '#domain/case/stage.ts';
import type { HandoverPromise } from '#wire/http/handover.ts';
import { instantSql } from '../columns.ts';
import { Conditions, placeConditions } from '../queries/conditions.ts';
import { reported } from '../unavailable.ts';

type Counts = Awaited<ReturnType<ShiftReader['counts']>>;
type ByInstant = { id: number; at: number };

const OPEN = `c.phase IN (${STAGES.map((stage) => `'${stage}'`).join(', ')})`;
const LAST_ACTS = `SELECT l.case_id AS id, ${instantSql('max(l.recorded_at)')} AS at FROM log_entry l
  WHERE l.case_id = ANY($1::int[]) AND l.kind = 'case' AND l.actor_kind = 'person' GROUP BY l.case_id`;
const ENDED = `SELECT a.id, ${instantSql('a.resolved_at')} AS at FROM alert a
  WHERE a.id = ANY($1::int[]) AND a.status = 'resolved'`;
/** After these a case stands as it stood: an urge is not answered by them. */
const NO_ANSWER = `('urged', 'commented', 'restated', 'extended')`;
/** After these the disposal that was extended is over, or its limit is another one. */
const NO_MORE_EXTENDED = `('fed-back', 'returned', 'reworked', 'dispatched', 'shortened')`;

/** What the log and the cases say of a shift. */
export function createShiftReader(pool: Pool): ShiftReader {
  const byInstant = async (text: string, ids: readonly number[]): Promise<ReadonlyMap<number, number>> => {
    if (ids.length === 0) return new Map();
    const { rows } = await reported(pool.query<ByInstant>(text, [ids]));
    return new Map(rows.map(({ id, at }) => [id, at]));
  };
  return {
    async counts(place, from, to) {
      const reports = within(place, from, to, 'c.reported_at');
      const came = await reported(
        pool.query<{ reported: number }>(
          `SELECT count(*)::int AS reported FROM city_case c WHERE ${reports.sql}`,
          reports.values,
        ),
      );
      const told = within(place, from, to, 'l.at');
      const ends = await reported(
        pool.query<Omit<Counts, 'reported'>>(
          `SELECT count(*) FILTER (WHERE l.kind = 'case' AND (l.type = 'closed' OR l.data->>'phase' = 'closed'))::int AS closed,
             count(*) FILTER (WHERE l.kind = 'case' AND l.type <> 'closed' AND l.data->>'phase' IS DISTINCT FROM 'closed')::int
               AS "endedOtherwise",
             count(*) FILTER (WHERE l.kind = 'alert')::int AS "timedOut"
           FROM log_entry l JOIN city_case c ON c.id = l.case_id
           WHERE ${told.sql} AND (l.kind = 'case' AND l.type IN ('closed', 'voided', 'declined', 'joined')
             OR l.kind = 'case' AND l.type = 'told' AND l.data->>'phase' IN ('closed', 'void', 'declined')
             OR l.kind = 'alert' AND l.type = 'raised' AND l.data->>'threshold' = 'timeout')`,
          told.values,
        ),
      );
      const [counts] = ends.rows;
      const none = { closed: 0, endedOtherwise: 0, timedOut: 0 };
      return { reported: came.rows[0]?.reported ?? 0, ...(counts ?? none) };
    },
    lastActs: (caseIds) => byInstant(LAST_ACTS, caseIds),
    ended: (alertIds) => byInstant(ENDED, alertIds),
    async promises(place, since) {
      const conditions = placeConditions(new Conditions(), place, { place: null, department: null });
      conditions.ask(since, (value) => `l.at >= to_timestamp(${value}::float8 / 1000)`);
      const text = `SELECT DISTINCT ON (l.case_id, l.type) c.number AS "caseNumber", c.category_key AS "categoryKey",
          c.district_code AS "districtCode", c.subdistrict_code AS "subdistrictCode", c.department, c.address,
          c.phase AS stage, c.urgent, CASE l.type WHEN 'urged' THEN 'urge' ELSE 'extension' END AS kind,
          NULL::int AS no, NULL::text AS request, coalesce(l.data->>'note', l.data->>'reason', '') AS what,
          l.actor_name AS by, ${instantSql('l.at')} AS at,
          CASE l.type WHEN 'extended' THEN ${instantSql('c.stage_due_at')} END AS "dueAt"
        FROM log_entry l JOIN city_case c ON c.id = l.case_id
        WHERE ${conditions.sql} AND l.kind = 'case' AND l.type IN ('urged', 'extended') AND ${OPEN}
          AND (l.type = 'urged' OR c.phase = 'dispose')
          AND NOT EXISTS (SELECT FROM log_entry x WHERE x.case_id = l.case_id AND x.position > l.position
            AND x.kind = 'case' AND CASE l.type WHEN 'urged' THEN x.type NOT IN ${NO_ANSWER}
              ELSE x.type IN ${NO_MORE_EXTENDED} END)
        ORDER BY l.case_id, l.type, l.position DESC`;
      return (await reported(pool.query<HandoverPromise>(text, conditions.values))).rows;
    },
  };
}

function within(place: string | null, from: number, to: number, instant: string): Conditions {
  return placeConditions(new Conditions(), place, { place: null, department: null })
    .ask(from, (value) => `${instant} > to_timestamp(${value}::float8 / 1000)`)
    .ask(to, (value) => `${instant} <= to_timestamp(${value}::float8 / 1000)`);
}
