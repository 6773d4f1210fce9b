import { AlertConflict, type Committed } from '#application/ports.ts';
import type { Alert } from '#domain/alert/alert.ts';
import { closed, type CloseOrder } from '#domain/alert/closing.ts';
import { passed } from '#domain/alert/passing.ts';
import { shelved, type ShelfOrder } from '#domain/alert/shelf.ts';
import { released, taken, type Taker, type TakingResult } from '#domain/alert/taking.ts';
import { ALERT_SQL, alertOfRow, RUNS_SQL, type AlertRow } from './alert-rows.ts';
import { locked, type LogPlace } from './locked.ts';
import { writeEntries } from './write-entries.ts';

const FIND = `SELECT ${ALERT_SQL}, coalesce(${RUNS_SQL}, false) AS runs
  FROM alert a JOIN city_case c ON c.id = a.case_id WHERE a.id = $1`;
const UPDATE = `UPDATE alert SET status = $2, taken_by = $3, taken_by_name = $4, taken_at = to_timestamp($5::float8 / 1000),
    shelved = $6, returned = $7, resolution = $8, resolved_at = to_timestamp($9::float8 / 1000), disposition = $10
  WHERE id = $1`;

/** See CaseLog.take. */
export async function take(place: LogPlace, alertId: number, by: Taker, at: number): Promise<Committed> {
  return change(place, alertId, by, at, 'taken', (alert) => taken(alert, by, at));
}

/** See CaseLog.release. */
export async function release(place: LogPlace, alertId: number, by: Taker, at: number): Promise<Committed> {
  return change(place, alertId, by, at, 'released', (alert, runs) => released(alert, by, runs));
}

/** See CaseLog.shelve. */
export async function shelve(
  place: LogPlace,
  alertId: number,
  by: Taker,
  order: ShelfOrder,
  at: number,
): Promise<Committed> {
  return change(place, alertId, by, at, 'shelved', (alert) => shelved(alert, by, order, at));
}

/** See CaseLog.close. */
export async function close(
  place: LogPlace,
  alertId: number,
  by: Taker,
  order: CloseOrder,
  at: number,
): Promise<Committed> {
  return change(place, alertId, by, at, 'resolved', (alert) => closed(alert, by, order, at));
}

/** See CaseLog.pass. */
export async function pass(place: LogPlace, alertId: number, from: Taker, to: Taker, at: number): Promise<Committed> {
  return change(place, alertId, to, at, 'taken', (alert) => passed(alert, from, to, at));
}

async function change(
  place: LogPlace,
  alertId: number,
  by: Taker,
  at: number,
  word: 'taken' | 'released' | 'shelved' | 'resolved',
  decide: (alert: Alert, runs: boolean) => TakingResult,
): Promise<Committed> {
  return locked(place, async (log) => {
    const row = (await log.client.query<AlertRow & { runs: boolean }>(FIND, [alertId])).rows[0];
    if (row === undefined) throw new AlertConflict(`There is no alert ${alertId}`, null);
    const decided = decide(alertOfRow(row), row.runs);
    if (decided.kind === 'refused') throw new AlertConflict(decided.reason, decided.holder);
    if (decided.kind === 'same') return { entries: [], cases: [] };
    const { alert } = decided;
    await log.client.query(UPDATE, [
      ...[alert.id, alert.status, alert.takenBy, alert.takenByName, alert.takenAt],
      ...[alert.shelved ?? null, alert.returned ?? null],
      ...[alert.resolution, alert.resolvedAt, alert.disposition ?? null],
    ]);
    const actor = { kind: 'person' as const, id: by.id, name: by.name };
    const entry = { recordedAt: at, kind: 'alert' as const, caseId: alert.caseId, change: word, alert, actor };
    return { entries: await writeEntries(log, [entry]), cases: [] };
  });
}
