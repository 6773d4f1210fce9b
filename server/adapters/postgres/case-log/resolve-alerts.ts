import type { PoolClient } from 'pg';
import type { Alert, Resolution } from '#domain/alert/alert.ts';
import { resolutionOf, type CaseNow } from '#domain/alert/resolution.ts';
import { ALERT_SQL, alertOfRow, type AlertRow } from './alert-rows.ts';
import { DEADLINES, type Unnumbered } from './write-entries.ts';

/** A changed case and the instant of its change (epoch ms), which is when its left alerts were resolved. */
export type ChangedNow = { caseId: number; now: CaseNow; at: number };

const UNRESOLVED = `SELECT ${ALERT_SQL} FROM alert a WHERE a.case_id = ANY($1::int[]) AND a.status <> 'resolved'
  ORDER BY a.id`;
const RESOLVE = `UPDATE alert a SET status = 'resolved', resolution = w.resolution, resolved_at = to_timestamp(w.at / 1000)
  FROM unnest($1::int[], $2::text[], $3::float8[]) AS w(id, resolution, at) WHERE a.id = w.id`;

/** Resolves the alerts of changed cases whose clock does not run any more. */
export async function resolveLeftAlerts(client: PoolClient, changed: readonly ChangedNow[]): Promise<Unnumbered[]> {
  if (changed.length === 0) return [];
  const byId = new Map(changed.map((it) => [it.caseId, it]));
  const values = [[...byId.keys()]];
  const { rows } = await client.query<AlertRow>({ name: 'alerts-unresolved', text: UNRESOLVED, values });
  return resolveAlerts(
    client,
    rows.map(alertOfRow).flatMap((alert) => resolvedBy(alert, byId.get(alert.caseId)) ?? []),
  );
}

type ResolvedAlert = Alert & { resolvedAt: number; resolution: Resolution };

/** Writes how alerts ended, and gives the log's words on it. */
export async function resolveAlerts(client: PoolClient, resolved: readonly ResolvedAlert[]): Promise<Unnumbered[]> {
  if (resolved.length === 0) return [];
  await client.query({
    name: 'alerts-resolve',
    text: RESOLVE,
    values: [resolved.map((it) => it.id), resolved.map((it) => it.resolution), resolved.map((it) => it.resolvedAt)],
  });
  return resolved.map(resolvedEntry);
}

/** The log's word on a resolved alert. */
export function resolvedEntry(alert: Alert & { resolvedAt: number }): Unnumbered {
  return {
    recordedAt: alert.resolvedAt,
    kind: 'alert',
    caseId: alert.caseId,
    change: 'resolved',
    alert,
    actor: DEADLINES,
  };
}

function resolvedBy(alert: Alert, change: ChangedNow | undefined): ResolvedAlert | null {
  const resolution = change === undefined ? null : resolutionOf(alert, change.now);
  if (change === undefined || resolution === null) return null;
  return { ...alert, status: 'resolved', resolution, resolvedAt: change.at };
}
