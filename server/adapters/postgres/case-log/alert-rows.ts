import type { Alert, AlertReturn, Disposition, Shelving } from '#domain/alert/alert.ts';
import { ENDS } from '#domain/case/stage.ts';
import { instantSql } from '../columns.ts';
import { REPLY_BY_SQL, SUPERVISIONS_SQL } from './case-columns.ts';

/** Select (or returning) list of a whole alert that goes by `a`. */
export const ALERT_SQL = `a.id, a.case_id, a.instance, a.round, a.threshold, a.case_number, a.status,
  ${instantSql('a.due_at')} AS due_at, ${instantSql('a.fired_at')} AS fired_at, a.taken_by, a.taken_by_name,
  ${instantSql('a.taken_at')} AS taken_at, ${instantSql('a.resolved_at')} AS resolved_at, a.resolution, a.shelved, a.returned, a.disposition`;

/**
 * Whether the clock of alert `a` still runs on its case `c`, or the reply that it is about is still owed; a warning whose
 * clock has timed out is over.
 */
export const RUNS_SQL = `(c.phase NOT IN (${ENDS.map((end) => `'${end}'`).join(', ')}) AND CASE
    WHEN a.threshold = 'reply-late' THEN EXISTS (SELECT FROM ${SUPERVISIONS_SQL}
      WHERE (s->>'no')::int = a.instance AND ${REPLY_BY_SQL} IS NOT NULL)
    WHEN a.instance = 0 THEN c.whole_round = a.round
    ELSE c.stage_instance = a.instance AND c.stage_round = a.round END
  AND NOT (a.threshold = 'warning' AND EXISTS (SELECT FROM alert t WHERE t.case_id = a.case_id
    AND t.instance = a.instance AND t.round = a.round AND t.threshold = 'timeout')))`;

/** A row of ALERT_SQL. Its instants are epoch ms. */
export type AlertRow = Pick<Alert, 'id' | 'instance' | 'round' | 'threshold' | 'status' | 'resolution'> & {
  case_id: number;
  case_number: string;
  due_at: number;
  fired_at: number;
  taken_by: string | null;
  taken_by_name: string | null;
  taken_at: number | null;
  resolved_at: number | null;
  shelved: Shelving | null;
  returned: AlertReturn | null;
  disposition: Disposition | null;
};

export function alertOfRow(row: AlertRow): Alert {
  return {
    id: row.id,
    caseId: row.case_id,
    instance: row.instance,
    round: row.round,
    threshold: row.threshold,
    caseNumber: row.case_number,
    status: row.status,
    dueAt: row.due_at,
    firedAt: row.fired_at,
    takenBy: row.taken_by,
    takenByName: row.taken_by_name,
    takenAt: row.taken_at,
    resolvedAt: row.resolved_at,
    resolution: row.resolution,
    ...(row.shelved && { shelved: row.shelved }),
    ...(row.returned && { returned: row.returned }),
    ...(row.disposition && { disposition: row.disposition }),
  };
}
