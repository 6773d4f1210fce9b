import type { DueDeadline, LogEntry, StoredCase } from '#application/ports.ts';
import { alertKeyText, isClosedByHand, type Alert, type AlertKey } from '#domain/alert/alert.ts';
import { replyDeadlines } from '#domain/alert/reply-deadline.ts';
import { caseNow, resolutionOf } from '#domain/alert/resolution.ts';
import type { CaseSummary, RunningClock } from '#domain/case/case.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { isEnd } from '#domain/case/stage.ts';

/** A case with all that is kept of it. */
export type Kept = { stored: StoredCase; summary: CaseSummary; events: CaseEvent[] };

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A log line before it has its position. */
export type Unnumbered = DistributiveOmit<LogEntry, 'position'>;

/** What the log in memory holds; several logs on one state behave as nodes on one database. */
export class LogState {
  readonly epoch = crypto.randomUUID();
  readonly entries: LogEntry[] = [];
  readonly alerts: Alert[] = [];
  readonly cases = new Map<number, Kept>();
  readonly byNumber = new Map<string, Kept>();
  readonly byExternal = new Map<string, Kept>();
  canaries = 0;
  readonly lastOfDay = new Map<string, number>();
  /** Events that cases have and whose own lines are not logged yet, by case. */
  readonly lacking = new Map<number, CaseEvent[]>();
  readonly #alertIds = new Map<string, number>();
  readonly #unresolved = new Map<number, Set<number>>();

  append(lines: readonly Unnumbered[]): LogEntry[] {
    const added = lines.map((line, i): LogEntry => ({ ...line, position: this.entries.length + 1 + i }));
    this.entries.push(...added);
    return added;
  }

  keep(kept: Kept): void {
    this.cases.set(kept.stored.id, kept);
    this.byNumber.set(kept.stored.number, kept);
    this.byExternal.set(externalKey(kept.stored.source, kept.stored.externalId), kept);
  }

  /** Adds an alert, or null when that one was raised before. */
  addAlert(alert: Omit<Alert, 'id'>): Alert | null {
    const key = alertKeyText(alert);
    if (this.#alertIds.has(key)) return null;
    const added = { ...alert, id: this.alerts.length + 1 };
    this.alerts.push(added);
    this.#alertIds.set(key, added.id);
    this.#unresolved.set(added.caseId, (this.#unresolved.get(added.caseId) ?? new Set()).add(added.id));
    return added;
  }

  replaceAlert(alert: Alert): Alert {
    this.alerts[alert.id - 1] = alert;
    if (alert.status === 'resolved') this.#unresolved.get(alert.caseId)?.delete(alert.id);
    else this.#unresolved.get(alert.caseId)?.add(alert.id);
    return alert;
  }

  unresolvedOf(caseId: number): Alert[] {
    return [...(this.#unresolved.get(caseId) ?? [])].flatMap((id) => this.alerts[id - 1] ?? []);
  }

  alertOf(key: AlertKey): Alert | undefined {
    const id = this.#alertIds.get(alertKeyText(key));
    return id === undefined ? undefined : this.alerts[id - 1];
  }

  /** Alerts of a case that were closed by hand and whose clocks still run. */
  closedOf(caseId: number): Alert[] {
    return this.alerts.filter((it) => it.caseId === caseId && isClosedByHand(it) && this.runs(it));
  }

  /** Whether an alert's clock still runs; a warning whose clock has timed out is over. */
  runs(alert: Alert): boolean {
    const kept = this.cases.get(alert.caseId);
    if (kept === undefined || resolutionOf(alert, caseNow(kept.stored.state, kept.summary)) !== null) return false;
    return alert.threshold !== 'warning' || this.alertOf({ ...alert, threshold: 'timeout' }) === undefined;
  }

  unresolved(): Alert[] {
    return this.alerts.filter((it) => it.status !== 'resolved');
  }

  /** Ended cases on which something waits all the same. */
  endedWaiting(): Kept[] {
    return [...this.cases.values()].filter((it) => isEnd(it.summary.phase) && it.summary.waits !== undefined);
  }

  open(): Kept[] {
    return [...this.cases.values()].filter((it) => !isEnd(it.summary.phase));
  }
}

export function externalKey(source: string, externalId: string): string {
  return JSON.stringify([source, externalId]);
}

/** The instants of a case's running clocks and of the replies it owes. */
export function runningDeadlines(summary: CaseSummary): DueDeadline[] {
  if (isEnd(summary.phase)) return [];
  const clocks = [summary.stageClock, summary.wholeClock].flatMap((clock) =>
    clock === null ? [] : [...deadline(summary.id, clock, 'warning'), ...deadline(summary.id, clock, 'timeout')],
  );
  return [...clocks, ...replyDeadlines(summary.id, summary.waits)];
}

function deadline(caseId: number, clock: RunningClock, threshold: 'warning' | 'timeout'): DueDeadline[] {
  const dueAt = threshold === 'warning' ? clock.warnAt : clock.dueAt;
  return dueAt === null ? [] : [{ caseId, instance: clock.instance, round: clock.round, threshold, dueAt }];
}

/** Soonest first; of one instant by case, clock and warning before timeout. */
export function byInstant(a: DueDeadline, b: DueDeadline): number {
  const tie = a.caseId - b.caseId || a.instance - b.instance;
  return a.dueAt - b.dueAt || tie || Number(a.threshold === 'timeout') - Number(b.threshold === 'timeout');
}
