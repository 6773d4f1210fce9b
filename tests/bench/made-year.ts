import type { Pool } from 'pg';

/**
 * Fills a store with a year of closed cases, each with the first and the last line of its log, by two statements: a
 * minute for 800,000. They lie in the subdistricts of the seed, and their states are what a screen never reads.
 */
export async function fillYear(pool: Pool, cases: number, until: number): Promise<void> {
  await pool.query(
    `INSERT INTO city_case (id, number, source, external_id, simulated, phase, conduct, channel, category_key, urgent,
       suspended, supervision_level, inside, district_code, subdistrict_code, address, department, reported_at, filed_at,
       stage_entered_at, ended_at, stage_provisional, whole_provisional, reworks, version, move_version, state)
     SELECT n, 'Y' || n, 'cases-csv', 'y' || n, FALSE, 'closed', 'told', 'platform', NULL, FALSE, FALSE, 0, TRUE,
       place.parent_code, place.code, '', NULL, t, t, t, t + interval '7 hours', FALSE, FALSE, 0, 2, 2,
       jsonb_build_object('phase', 'closed')
     FROM (SELECT n, to_timestamp($2::float8 / 1000) - (n + 1) * interval '1 year' / $1 - interval '8 hours' AS t
       FROM generate_series(1, $1::int) AS n) AS made
     JOIN (SELECT code, parent_code, row_number() OVER (ORDER BY code) - 1 AS at, count(*) OVER () AS total
       FROM place WHERE level = 'subdistrict') AS place ON place.at = made.n % place.total`,
    [cases, until],
  );
  await pool.query(
    `INSERT INTO log_entry (position, recorded_at, case_id, kind, event_id, type, at, actor_kind, actor_id, actor_name, data)
     SELECT (id - 1) * 2 + step, at, id, 'case', 'e' || step, 'told', at, 'source', 'cases-csv', 'cases-csv',
       CASE step WHEN 1 THEN jsonb_build_object('type', 'told', 'phase', 'dispose', 'note', '')
         ELSE jsonb_build_object('type', 'told', 'phase', 'closed', 'note', '') END
     FROM (SELECT id, 1 AS step, reported_at AS at FROM city_case UNION ALL
       SELECT id, 2, ended_at FROM city_case) AS lines`,
  );
  await pool.query('UPDATE log_head SET position = $1 WHERE id = 1', [cases * 2]);
  await pool.query(`SELECT setval('city_case_id_seq', $1)`, [cases]);
  await pool.query('VACUUM ANALYZE city_case, log_entry');
}
