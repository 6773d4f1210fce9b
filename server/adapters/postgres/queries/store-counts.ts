import type { Pool } from 'pg';
import type { StoreCounts } from '#application/projection/drift-check.ts';
import { ENDS, type Phase } from '#domain/case/stage.ts';
import { reported } from '../unavailable.ts';

const ENDED = ENDS.map((end) => `'${end}'`).join(', ');

// One statement sees one moment, so the counts belong to the position beside them.
const COUNTS = `SELECT (SELECT position::float8 FROM log_head WHERE id = 1) AS position,
  (SELECT coalesce(jsonb_object_agg(phase, n), '{}') FROM (
    SELECT phase, count(*)::int AS n FROM city_case WHERE phase NOT IN (${ENDED}) GROUP BY phase) AS p) AS "byPhase",
  (SELECT count(*)::int FROM alert WHERE status <> 'resolved') AS "openAlerts"`;

type Row = { position: number; byPhase: Partial<Record<Phase, number>>; openAlerts: number };

/** What the store holds now, with the log position it holds for. Rejects with StoreUnavailable. */
export async function readStoreCounts(pool: Pool): Promise<StoreCounts> {
  const row = (await reported(pool.query<Row>(COUNTS))).rows[0] as Row;
  const open = Object.values(row.byPhase).reduce((sum, count) => sum + count, 0);
  return { ...row, open };
}
