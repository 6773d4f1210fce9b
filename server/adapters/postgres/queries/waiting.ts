import type { Pool } from 'pg';
import type { StoreQueries } from '#application/query/store-queries.ts';
import type { CaseState } from '#domain/case/case.ts';
import { SUMMARY_SQL, summaryOfRow, type SummaryRow } from '../case-log/case-columns.ts';
import { Conditions, placeConditions } from './conditions.ts';

type Queries = Pick<StoreQueries, 'casesWithRequests' | 'casesOwingReplies' | 'casesNear'>;

const METRES_PER_DEGREE = 111_320;
/** More candidates than anybody would look through. */
const MOST_NEAR = 50;

/** Cases in which something waits for somebody. See StoreQueries. */
export function createWaitingQueries(pool: Pool): Queries {
  const states = async (text: string, values: unknown[]) => {
    const { rows } = await pool.query<SummaryRow & { state: CaseState }>(text, values);
    return rows.map((row) => ({ summary: summaryOfRow(row), state: row.state }));
  };
  return {
    async casesWithRequests({ place, pendingOnly }, reach, limit) {
      const conditions = placeConditions(new Conditions(), place, reach);
      // In the words of the partial indexes, which hold only such cases.
      conditions.add(pendingOnly ? 'c.requests_pending > 0' : 'c.requests_asked > 0');
      const text = `SELECT ${SUMMARY_SQL}, c.state FROM city_case c WHERE ${conditions.sql}
        ORDER BY c.id ${pendingOnly ? 'ASC' : 'DESC'} LIMIT ${conditions.parameter(limit)}`;
      return states(text, conditions.values);
    },

    async casesOwingReplies({ place, dueBy }, reach, limit) {
      const conditions = placeConditions(new Conditions(), place, reach).add('c.replies_owed > 0');
      conditions.ask(dueBy, (value) => `c.reply_due_at < to_timestamp(${value}::float8 / 1000)`);
      const text = `SELECT ${SUMMARY_SQL}, c.state FROM city_case c WHERE ${conditions.sql}
        ORDER BY c.reply_due_at, c.id LIMIT ${conditions.parameter(limit)}`;
      return states(text, conditions.values);
    },

    async casesNear({ id, position, categoryKey, reportedAt, withinMs }, metres, reach) {
      const north = metres / METRES_PER_DEGREE;
      const east = north / Math.max(0.01, Math.cos((position.lat * Math.PI) / 180));
      const conditions = placeConditions(new Conditions(), null, reach);
      conditions
        .ask(id, (value) => `c.id <> ${value}`)
        .ask(categoryKey, (value) => `c.category_key = ${value}`)
        .ask(reportedAt - withinMs, (value) => `c.reported_at >= to_timestamp(${value}::float8 / 1000)`)
        .ask(reportedAt + withinMs, (value) => `c.reported_at <= to_timestamp(${value}::float8 / 1000)`)
        .ask(position.lon - east, (value) => `c.lon >= ${value}::float8`)
        .ask(position.lon + east, (value) => `c.lon <= ${value}::float8`)
        .ask(position.lat - north, (value) => `c.lat >= ${value}::float8`)
        .ask(position.lat + north, (value) => `c.lat <= ${value}::float8`)
        .add(`c.phase NOT IN ('void', 'declined') AND c.duplicate_of IS NULL`);
      const text = `SELECT ${SUMMARY_SQL} FROM city_case c WHERE ${conditions.sql}
        ORDER BY c.id DESC LIMIT ${MOST_NEAR}`;
      return (await pool.query<SummaryRow>(text, conditions.values)).rows.map(summaryOfRow);
    },
  };
}
