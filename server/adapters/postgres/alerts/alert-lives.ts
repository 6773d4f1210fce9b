import type { Pool } from 'pg';
import type { StoredLife } from '#application/projection/alert-lives.ts';
import { instantSql } from '../columns.ts';
import { reported } from '../unavailable.ts';

const LIVES = `SELECT a.id, a.case_id AS "caseId", a.instance, a.round, a.threshold, ${instantSql('a.due_at')} AS "dueAt",
  ${instantSql('a.resolved_at')} AS "resolvedAt", c.district_code AS "districtCode",
  c.subdistrict_code AS "subdistrictCode", c.department
FROM alert a JOIN city_case c ON c.id = a.case_id WHERE a.due_at > to_timestamp($1::float8 / 1000)
ORDER BY a.due_at DESC LIMIT $2`;

/** More than any day has; a store with more of them tells the newest. */
const MOST = 200_000;

/** Alerts whose instant was reached after one (epoch ms), with where their cases are now. Rejects with StoreUnavailable. */
export async function readAlertLives(pool: Pool, since: number): Promise<StoredLife[]> {
  return (await reported(pool.query<StoredLife>(LIVES, [since, MOST]))).rows;
}
