import type { Pool } from 'pg';
import type { StoredLife } from '#application/projection/alert-lives.ts';
import { instantSql } from '../columns.ts';
import { reported } from '../unavailable.ts';

const LIVES = `SELECT a.id, a.case_id AS "caseId", a.instance, a.round, a.threshold, ${instantSql('a.fired_at')} AS "firedAt",
  ${instantSql('a.resolved_at')} AS "resolvedAt", c.district_code AS "districtCode",
  c.subdistrict_code AS "subdistrictCode", c.department
FROM alert a JOIN city_case c ON c.id = a.case_id WHERE a.fired_at > to_timestamp($1::float8 / 1000)
ORDER BY a.fired_at DESC LIMIT $2`;

/** More than any day has; a store with more of them tells the newest. */
const MOST = 200_000;

/** Alerts that were raised after an instant (epoch ms), with where their cases are now. Rejects with StoreUnavailable. */
export async function readAlertLives(pool: Pool, since: number): Promise<StoredLife[]> {
  return (await reported(pool.query<StoredLife>(LIVES, [since, MOST]))).rows;
}
