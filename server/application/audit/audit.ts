import { type AuditEvent, reachedAfter } from './walk.ts';
import type { Reached } from './walked-clock.ts';
import type { CalendarShelf } from './calendar-shelf.ts';

/** An alert as stored. Instants in epoch ms. */
export type AuditAlert = {
  caseId: number;
  instance: number;
  round: number;
  threshold: string;
  dueAt: number;
  firedAt: number;
};

export type AuditReport = {
  cases: number;
  events: number;
  alerts: number;
  expected: number;
  /** Ought to exist and do not. */
  lost: string[];
  /** Exist and ought not to. */
  spurious: string[];
  /** The same key more than once (in the store, or to the client). */
  doubled: string[];
  /** Raised before their instant, or with another instant than the log says. */
  early: string[];
  wrongInstant: string[];
  /** Alerts that the recording client did not receive although they were raised while it listened. */
  undelivered: string[];
  /** Latest raise after its instant (or after the case was recorded, when it came late), ms. */
  maxLatenessMs: number;
};

/** What a recording client heard: every alert key, as often as it came. */
export type Received = { keys: string[]; from: number; until: number };

/** Two moments closer than this may fall either way: a move and its deadline in the same breath. */
const EITHER_WAY_MS = 2_000;

/**
 * Holds every stored alert against what the event log says must have been raised by `until` (epoch ms: the last moment
 * at which the deadlines were surely kept).
 */
export function auditAlerts(
  eventsByCase: ReadonlyMap<number, AuditEvent[]>,
  alerts: readonly AuditAlert[],
  calendars: CalendarShelf,
  until: number,
  received: Received | null = null,
): AuditReport {
  const report: AuditReport = {
    cases: eventsByCase.size,
    events: 0,
    alerts: alerts.length,
    expected: 0,
    lost: [],
    spurious: [],
    doubled: [],
    early: [],
    wrongInstant: [],
    undelivered: [],
    maxLatenessMs: 0,
  };
  const stored = new Map<string, AuditAlert>();
  for (const alert of alerts) {
    const key = keyOf(alert.caseId, alert);
    if (stored.has(key)) report.doubled.push(key);
    stored.set(key, alert);
  }
  for (const [caseId, events] of eventsByCase) {
    report.events += events.length;
    for (const want of expectedOf(events, calendars, until)) {
      const key = keyOf(caseId, want);
      const alert = stored.get(key);
      stored.delete(key);
      if (want.must) report.expected += 1;
      if (!alert) {
        if (want.must) report.lost.push(key);
        continue;
      }
      if (alert.firedAt < alert.dueAt) report.early.push(key);
      if (alert.dueAt !== want.at) report.wrongInstant.push(key);
      report.maxLatenessMs = Math.max(report.maxLatenessMs, alert.firedAt - Math.max(want.at, want.recordedAt));
    }
  }
  report.spurious.push(...stored.keys());
  if (received) compareReceived(report, alerts, received);
  return report;
}

export function isSound(report: AuditReport): boolean {
  const { lost, spurious, doubled, early, wrongInstant, undelivered } = report;
  return [lost, spurious, doubled, early, wrongInstant, undelivered].every((list) => list.length === 0);
}

type Expected = Reached & { must: boolean; recordedAt: number };

/** Every threshold that some recorded state of the case reached before the next word on it came. */
function expectedOf(events: readonly AuditEvent[], calendars: CalendarShelf, until: number): Expected[] {
  const ordered = [...events].sort((a, b) => a.position - b.position);
  const byKey = new Map<string, Expected>();
  for (let end = 1; end <= ordered.length; end++) {
    const recordedAt = ordered[end - 1]!.recordedAt;
    const next = ordered[end]?.recordedAt ?? Infinity;
    // Events of one transaction become true together.
    if (next === recordedAt) continue;
    for (const reached of reachedAfter(ordered.slice(0, end), calendars.inForce(ordered, end))) {
      const comes = Math.max(reached.at + (reached.threshold === 'warning' ? 0 : 1), recordedAt);
      if (comes > next + EITHER_WAY_MS || comes > until + EITHER_WAY_MS) continue;
      const must = comes + EITHER_WAY_MS < Math.min(next, until);
      const key = `${reached.instance}/${reached.round}/${reached.threshold}`;
      const before = byKey.get(key);
      if (!before) byKey.set(key, { ...reached, must, recordedAt });
      else if (must && !before.must) before.must = true;
    }
  }
  return [...byKey.values()];
}

function compareReceived(report: AuditReport, alerts: readonly AuditAlert[], received: Received): void {
  const heard = new Map<string, number>();
  for (const key of received.keys) heard.set(key, (heard.get(key) ?? 0) + 1);
  for (const [key, times] of heard) if (times > 1) report.doubled.push(`${key} (to the client)`);
  for (const alert of alerts) {
    const key = keyOf(alert.caseId, alert);
    if (alert.firedAt >= received.from && alert.firedAt <= received.until && !heard.has(key))
      report.undelivered.push(key);
  }
}

function keyOf(caseId: number, key: { instance: number; round: number; threshold: string }): string {
  return `${caseId}/${key.instance}/${key.round}/${key.threshold}`;
}
