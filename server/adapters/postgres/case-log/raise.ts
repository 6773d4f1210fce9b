import type { Committed, DueDeadline } from '#application/ports.ts';
import { ENDS } from '#domain/case/stage.ts';
import type { Alert } from '#domain/alert/alert.ts';
import { ALERT_SQL, alertOfRow, type AlertRow } from './alert-rows.ts';
import { REPLY_BY_SQL, SUPERVISIONS_SQL } from './case-columns.ts';
import { locked, type LogPlace } from './locked.ts';
import { resolvedEntry } from './resolve-alerts.ts';
import { settleCases } from './settle.ts';
import { DEADLINES, writeEntries, type Unnumbered } from './write-entries.ts';

const ENDED = ENDS.map((end) => `'${end}'`).join(', ');

// What is stored decides, not what the keeper remembered: the clock must still be in that round, or the reply still owed,
// and its instant reached.
// OFFSET 0 has each case looked up by its id; for many at once the planner would rather read the whole table.
const RAISE = `WITH due AS (
  SELECT c.id AS case_id, d.instance, d.round, d.threshold, c.number, CASE
    WHEN d.threshold = 'reply-late' THEN (SELECT ${REPLY_BY_SQL} FROM ${SUPERVISIONS_SQL} WHERE (s->>'no')::int = d.instance)
    WHEN d.instance = 0 AND c.whole_round = d.round
      THEN CASE d.threshold WHEN 'warning' THEN c.whole_warn_at ELSE c.whole_due_at END
    WHEN d.instance <> 0 AND c.stage_instance = d.instance AND c.stage_round = d.round
      THEN CASE d.threshold WHEN 'warning' THEN c.stage_warn_at ELSE c.stage_due_at END
    END AS due_at
  FROM unnest($1::int[], $2::int[], $3::int[], $4::text[]) AS d(case_id, instance, round, threshold)
  CROSS JOIN LATERAL (SELECT * FROM city_case WHERE id = d.case_id OFFSET 0) AS c
  WHERE c.phase NOT IN (${ENDED})
)
INSERT INTO alert AS a (case_id, instance, round, threshold, case_number, status, due_at, fired_at)
SELECT case_id, instance, round, threshold, number, 'open', due_at, to_timestamp($5::float8 / 1000) FROM due
WHERE due_at <= to_timestamp($5::float8 / 1000)
ORDER BY due_at, case_id, instance, threshold DESC
ON CONFLICT (case_id, instance, round, threshold) DO NOTHING
RETURNING ${ALERT_SQL}`;

// Also a warning that comes late, when its clock has timed out already.
const TIMED_OUT = `UPDATE alert a SET status = 'resolved', resolution = 'timed-out', resolved_at = to_timestamp($2::float8 / 1000)
  FROM alert t
  WHERE a.case_id = ANY($1::int[]) AND a.threshold = 'warning' AND a.status <> 'resolved'
    AND t.case_id = a.case_id AND t.instance = a.instance AND t.round = a.round AND t.threshold = 'timeout'
  RETURNING ${ALERT_SQL}`;

/** See CaseLog.raise. */
export async function raise(place: LogPlace, due: readonly DueDeadline[], at: number): Promise<Committed> {
  if (due.length === 0) return { entries: [], cases: [] };
  return locked(place, async (log) => {
    const { entries: settled } = await settleCases(
      log,
      due.map(({ caseId }) => caseId),
    );
    const keys = [due.map((it) => it.caseId), due.map((it) => it.instance), due.map((it) => it.round)];
    const values = [...keys, due.map((it) => it.threshold), at];
    const raised = (await log.client.query<AlertRow>({ name: 'alerts-raise', text: RAISE, values })).rows.map(
      alertOfRow,
    );
    if (raised.length === 0) return { entries: settled, cases: [] };
    const cases = [raised.map((it) => it.caseId), at];
    const left = await log.client.query<AlertRow>({ name: 'alerts-timed-out', text: TIMED_OUT, values: cases });
    const resolved = left.rows.map((row) => resolvedEntry({ ...alertOfRow(row), resolvedAt: at }));
    const entries = await writeEntries(log, [...raised.map(raisedEntry), ...resolved]);
    return { entries: [...settled, ...entries], cases: [] };
  });
}

function raisedEntry(alert: Alert): Unnumbered {
  return { recordedAt: alert.firedAt, kind: 'alert', caseId: alert.caseId, change: 'raised', alert, actor: DEADLINES };
}
