import type { Pool } from 'pg';
import type { StoreQueries } from '#application/query/store-queries.ts';
import type { CaseState } from '#domain/case/case.ts';
import { SUMMARY_SQL, summaryOfRow, type SummaryRow } from '../case-log/case-columns.ts';
import { Conditions, placeConditions } from './conditions.ts';

type Queries = Pick<StoreQueries, 'casesWithRequests'>;

/** Cases in which something waits for somebody. See StoreQueries. */
export function createWaitingQueries(pool: Pool): Queries {
  return {
    async casesWithRequests({ place, pendingOnly }, reach, limit) {
      const conditions = placeConditions(new Conditions(), place, reach);
      // In the words of the partial indexes, which hold only such cases.
      conditions.add(pendingOnly ? 'c.requests_pending > 0' : 'c.requests_asked > 0');
      const text = `SELECT ${SUMMARY_SQL}, c.state FROM city_case c WHERE ${conditions.sql}
        ORDER BY c.id ${pendingOnly ? 'ASC' : 'DESC'} LIMIT ${conditions.parameter(limit)}`;
      const { rows } = await pool.query<SummaryRow & { state: CaseState }>(text, conditions.values);
      return rows.map((row) => ({ summary: summaryOfRow(row), state: row.state }));
    },
  };
}
