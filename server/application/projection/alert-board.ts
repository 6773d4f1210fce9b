import type { Alert } from '#domain/alert/alert.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import { isEnd } from '#domain/case/stage.ts';
import type { ClockBasis } from '#domain/clock/limit.ts';
import type { AlertRow } from '#wire/figures.ts';
import type { PlaceOrdinals } from './place-scope.ts';

export type BoardRow = { readonly row: AlertRow; readonly place: number };
/** One alert's row before and after a change; null = not on the board then. */
export type BoardChange = { readonly id: number; readonly before: BoardRow | null; readonly after: BoardRow | null };

/** Alerts that are open or taken, each with what a queue shows of its case. */
export class AlertBoard {
  private readonly alerts = new Map<number, { alert: Alert; shown: BoardRow }>();
  private readonly idsByCase = new Map<number, Set<number>>();
  private readonly places: PlaceOrdinals;

  constructor(places: PlaceOrdinals) {
    this.places = places;
  }

  get size(): number {
    return this.alerts.size;
  }

  rows(): Iterable<BoardRow> {
    return [...this.alerts.values()].map(({ shown }) => shown);
  }

  ofCase(caseId: number): readonly BoardRow[] {
    const ids = this.idsByCase.get(caseId) ?? [];
    return [...ids].map((id) => (this.alerts.get(id) as { shown: BoardRow }).shown);
  }

  /** Whether somebody has taken an alert on the case. */
  isTaken(caseId: number): boolean {
    return this.ofCase(caseId).some(({ row }) => row.status === 'taken');
  }

  /** Takes an alert as it is now. `summary`: its case, undefined when that is not open. */
  put(alert: Alert, summary: CaseSummary | undefined): BoardChange | null {
    const known = this.alerts.get(alert.id);
    if (alert.status === 'resolved' || !summary) {
      if (!known) return null;
      this.forget(alert);
      return { id: alert.id, before: known.shown, after: null };
    }
    const shown = this.show(alert, summary);
    if (!shown) return null;
    this.alerts.set(alert.id, { alert, shown });
    const ids = this.idsByCase.get(alert.caseId) ?? new Set();
    this.idsByCase.set(alert.caseId, ids.add(alert.id));
    return { id: alert.id, before: known?.shown ?? null, after: shown };
  }

  /** Shows a case's alerts with the case as it is now. */
  refresh(summary: CaseSummary): BoardChange[] {
    if (isEnd(summary.phase)) return [];
    const changes: BoardChange[] = [];
    for (const id of this.idsByCase.get(summary.id) ?? []) {
      const held = this.alerts.get(id) as { alert: Alert; shown: BoardRow };
      const shown = this.show(held.alert, summary);
      if (!shown) continue;
      changes.push({ id, before: held.shown, after: shown });
      held.shown = shown;
    }
    return changes;
  }

  private forget({ id, caseId }: Alert): void {
    this.alerts.delete(id);
    const ids = this.idsByCase.get(caseId);
    ids?.delete(id);
    if (ids?.size === 0) this.idsByCase.delete(caseId);
  }

  private show(alert: Alert, summary: CaseSummary): BoardRow | null {
    if (isEnd(summary.phase)) return null;
    const row: AlertRow = {
      id: alert.id,
      caseId: alert.caseId,
      caseNumber: alert.caseNumber,
      instance: alert.instance,
      round: alert.round,
      threshold: alert.threshold,
      status: alert.status === 'resolved' ? 'open' : alert.status,
      basis: basisOf(alert, summary),
      dueAt: alert.dueAt,
      firedAt: alert.firedAt,
      takenBy: alert.takenBy,
      takenByName: alert.takenByName,
      takenAt: alert.takenAt,
      shelved: alert.shelved ?? null,
      returned: alert.returned ?? null,
      stage: summary.phase,
      categoryKey: summary.categoryKey,
      conditionNo: summary.conditionNo,
      districtCode: summary.place.districtCode,
      subdistrictCode: summary.place.subdistrictCode,
      department: summary.department,
      address: summary.address,
      lon: summary.position?.lon ?? null,
      lat: summary.position?.lat ?? null,
      urgent: summary.urgent,
      supervised: summary.supervisionLevel > 0,
      caseVersion: summary.version,
      moveVersion: summary.moveVersion,
    };
    return { row, place: this.places.ordinalAt(summary.place) };
  }
}

/** What an alert's clock counts. A reply is demanded by an instant, so its lateness counts every hour. */
function basisOf({ instance, threshold }: Alert, { wholeClock, stageClock }: CaseSummary): ClockBasis {
  if (threshold === 'reply-late') return 'continuous';
  return (instance === 0 ? wholeClock : stageClock)?.basis ?? 'continuous';
}
