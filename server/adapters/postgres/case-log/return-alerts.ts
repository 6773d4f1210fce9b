import type { PoolClient } from 'pg';
import type { Committed } from '#application/ports.ts';
import type { Actor } from '#domain/account/role.ts';
import { isClosedByHand, type Alert, type ReturnCause } from '#domain/alert/alert.ts';
import { returnCause, returned } from '#domain/alert/shelf.ts';
import { ALERT_SQL, alertOfRow, RUNS_SQL, type AlertRow } from './alert-rows.ts';
import { locked, type LogPlace } from './locked.ts';
import { DEADLINES, writeEntries, type Unnumbered } from './write-entries.ts';

// Few alerts are taken or shelved at a time; whether a person did something since is asked of the case's own lines.
const HELD = `SELECT ${ALERT_SQL} FROM alert a
  WHERE (a.status = 'shelved' AND (a.shelved->>'until')::float8 <= $1)
    OR (a.status = 'taken' AND a.taken_at <= to_timestamp(($1::float8 - $2::float8) / 1000)
      AND NOT EXISTS (SELECT FROM log_entry l WHERE l.case_id = a.case_id AND l.kind = 'case' AND l.actor_kind = 'person'
        AND l.recorded_at > to_timestamp(($1::float8 - $2::float8) / 1000)))
  ORDER BY a.id LIMIT $3`;
const OF_CASES = `SELECT ${ALERT_SQL} FROM alert a JOIN city_case c ON c.id = a.case_id
  WHERE a.case_id = ANY($1::int[])
    AND (a.status IN ('shelved', 'taken') OR (a.resolution = 'by-hand' AND ${RUNS_SQL})) ORDER BY a.id`;
const RETURN = `UPDATE alert a SET status = 'open', taken_by = NULL, taken_by_name = NULL, taken_at = NULL,
    shelved = NULL, resolution = NULL, resolved_at = NULL, returned = w.returned
  FROM unnest($1::int[], $2::jsonb[]) AS w(id, returned) WHERE a.id = w.id`;

/** See CaseLog.returnDue. */
export async function returnDue(place: LogPlace, at: number, idleMs: number, limit: number): Promise<Committed> {
  // Looked at without the lock first: nearly always there is nothing.
  const waiting = await place.pool.query({ name: 'alerts-held', text: HELD, values: [at, idleMs, limit] });
  if (waiting.rows.length === 0) return { entries: [], cases: [] };
  return locked(place, async (log) => {
    const { rows } = await log.client.query<AlertRow>({
      name: 'alerts-held',
      text: HELD,
      values: [at, idleMs, limit],
    });
    const due = rows.flatMap((row) => {
      const alert = alertOfRow(row);
      const why = returnCause(alert, null, idleMs, at);
      return why === null ? [] : [{ alert, why }];
    });
    return { entries: await writeEntries(log, await bringBack(log.client, due, at)), cases: [] };
  });
}

/** A case that got worse, by whom and when (epoch ms). */
export type WorseCase = { caseId: number; by: Actor; at: number };

/** Alerts of cases that got worse are open again, but for those whose holder, or who closed them, made it so. */
export async function returnWorse(client: PoolClient, worse: readonly WorseCase[]): Promise<Unnumbered[]> {
  if (worse.length === 0) return [];
  const byId = new Map(worse.map((one) => [one.caseId, one]));
  const { rows } = await client.query<AlertRow>({ name: 'alerts-held-of', text: OF_CASES, values: [[...byId.keys()]] });
  const lines: Unnumbered[] = [];
  for (const alert of rows.map(alertOfRow)) {
    const { by, at } = byId.get(alert.caseId) as WorseCase;
    if (alert.status === 'taken' && alert.takenBy === by.id) continue;
    if (alert.disposition?.by === by.id && isClosedByHand(alert)) continue;
    lines.push(...(await bringBack(client, [{ alert, why: 'worse' }], at)));
  }
  return lines;
}

async function bringBack(
  client: PoolClient,
  due: readonly { alert: Alert; why: ReturnCause }[],
  at: number,
): Promise<Unnumbered[]> {
  const back = due.flatMap(({ alert, why }) => returned(alert, why, at) ?? []);
  if (back.length === 0) return [];
  const values = [back.map(({ id }) => id), back.map((alert) => JSON.stringify(alert.returned))];
  await client.query({ name: 'alerts-return', text: RETURN, values });
  return back.map((alert) => {
    return { recordedAt: at, kind: 'alert', caseId: alert.caseId, change: 'returned', alert, actor: DEADLINES };
  });
}
