import type { PoolClient } from 'pg';
import type { Committed, RestatedEntry } from '#application/ports.ts';
import type { CalendarChange, RestatedClocks } from '#domain/case/restated.ts';
import { ALERT_SQL, alertOfRow, type AlertRow } from './alert-rows.ts';
import { locked, type Locked, type LogPlace } from './locked.ts';
import { resolveAlerts } from './resolve-alerts.ts';
import { encodeRestated } from './restated-block.ts';
import { writeEntries, type Unnumbered } from './write-entries.ts';

const CHANGED = `SELECT DISTINCT case_id FROM log_entry WHERE position > $1 AND kind = 'case'`;
const WRITE = `WITH named AS (UPDATE log_head SET restating = restating || $1::bigint WHERE id = 1)
  INSERT INTO restatement (position, from_version, to_version, at, content)
  VALUES ($1, $2, $3, to_timestamp($4::float8 / 1000), $5)`;
const UNRESOLVED = `SELECT ${ALERT_SQL} FROM alert a WHERE a.case_id = ANY($1::int[]) AND a.status <> 'resolved'
  AND a.threshold <> 'reply-late' ORDER BY a.id`;

/** See CaseLog.restate. */
export async function restate(
  place: LogPlace,
  change: CalendarChange,
  cases: readonly RestatedClocks[],
  asOf: number,
): Promise<Committed> {
  const written = await locked(place, async (log) => {
    const isChanged = await changedSince(log, asOf);
    const moved = cases.filter(({ id }) => !isChanged(id));
    if (moved.length === 0) return null;
    const entry: Omit<RestatedEntry, 'position'> = { recordedAt: change.at, kind: 'restated', change, cases: moved };
    const { from, to, at } = change;
    const position = log.position + 1;
    await log.client.query(WRITE, [position, from, to, at, encodeRestated(moved)]);
    const resolved = await resolveMoved(log.client, moved, at);
    const entries = await writeEntries(log, [entry, ...resolved]);
    return { block: { position, change, cases: moved }, entries };
  });
  if (written === null) return { entries: [], cases: [] };
  place.shelf.hold(written.block);
  return { entries: written.entries, cases: [] };
}

/** Which cases' clocks were counted again by somebody else meanwhile. */
async function changedSince({ client, position, pending }: Locked, asOf: number): Promise<(id: number) => boolean> {
  if (position === asOf) return () => false;
  const { rows } = await client.query<{ case_id: number }>(CHANGED, [asOf]);
  const changed = new Set(rows.map((row) => row.case_id));
  const isRestated = pending.restatedSince(asOf);
  return (id) => changed.has(id) || isRestated(id);
}

/** Alerts of clocks that run in another round now are over. They stay, and are told of. */
async function resolveMoved(client: PoolClient, moved: readonly RestatedClocks[], at: number): Promise<Unnumbered[]> {
  const byId = new Map(moved.map((one) => [one.id, one]));
  const { rows } = await client.query<AlertRow>({
    name: 'alerts-of-clocks',
    text: UNRESOLVED,
    values: [[...byId.keys()]],
  });
  return resolveAlerts(
    client,
    rows.map(alertOfRow).flatMap((alert) => {
      const { stageClock = null, wholeClock = null } = byId.get(alert.caseId) ?? {};
      const running = alert.instance === 0 ? wholeClock : stageClock;
      if (running?.instance !== alert.instance || running.round === alert.round) return [];
      return [{ ...alert, status: 'resolved' as const, resolution: 'deadline-moved' as const, resolvedAt: at }];
    }),
  );
}
