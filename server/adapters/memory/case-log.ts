import { AlertConflict, type AlertChange, type CaseLog, type Committed, type DueDeadline } from '#application/ports.ts';
import type { Alert } from '#domain/alert/alert.ts';
import type { CanaryMark } from '#domain/feed/canary.ts';
import { closed } from '#domain/alert/closing.ts';
import { passed } from '#domain/alert/passing.ts';
import { returnCause, returned, shelved } from '#domain/alert/shelf.ts';
import { released, taken, type TakingResult } from '#domain/alert/taking.ts';
import { clocked, restate, settle } from './restate.ts';
import { byInstant, LogState, runningDeadlines, type Unnumbered } from './log-state.ts';
import { transact } from './transact.ts';

/**
 * The event log in memory: the twin of the one in Postgres, for tests and trials. Everything happens within one turn of
 * the event loop, so transactions never overlap. Nothing survives the process.
 *
 * @param state shared by logs that stand for several nodes on one store.
 */
export function createMemoryCaseLog(state = new LogState()): CaseLog {
  return {
    transact: async (keys, withEvents, decide) => transact(state, keys, withEvents, decide),
    raise: async (due, at) => raise(state, due, at),
    take: async (alertId, by, at) => change(state, alertId, 'taken', at, (alert) => taken(alert, by, at)),
    release: async (alertId, by, at) =>
      change(state, alertId, 'released', at, (alert) => released(alert, by, state.runs(alert))),
    shelve: async (alertId, by, order, at) =>
      change(state, alertId, 'shelved', at, (alert) => shelved(alert, by, order, at)),
    close: async (alertId, by, order, at) =>
      change(state, alertId, 'resolved', at, (alert) => closed(alert, by, order, at)),
    pass: async (alertId, from, to, at) => change(state, alertId, 'taken', at, (alert) => passed(alert, from, to, at)),
    returnDue: async (at, idleMs, limit) => returnDue(state, at, idleMs, limit),
    canary: async (mark) => canary(state, mark),
    alertPlace: async (alertId) => {
      const alert = state.alerts[alertId - 1];
      const place = alert && state.cases.get(alert.caseId)?.summary.place;
      return place ? [place.districtCode, place.subdistrictCode].filter((code) => code !== null) : null;
    },
    head: async () => state.entries.length,
    epoch: async () => state.epoch,
    readAfter: async (position, limit) =>
      state.entries
        .slice(position, position + limit)
        .map((it) => (it.kind === 'case' ? { ...it, after: state.cases.get(it.caseId)?.summary ?? it.after } : it)),
    snapshot: async () => ({
      position: state.entries.length,
      cases: state.open().map((it) => it.summary),
      ended: state.endedWaiting().map((it) => it.summary),
      alerts: state.unresolved(),
    }),
    clocked: (since) => clocked(state, since),
    restate: async (change, cases, asOf) => restate(state, change, cases, asOf),
    settle: async (limit) => settle(state, limit),
    deadlinesUntil: async (until, limit) =>
      state
        .open()
        .flatMap((it) => runningDeadlines(it.summary))
        .filter((it) => it.dueAt <= until && state.alertOf(it) === undefined)
        .toSorted(byInstant)
        .slice(0, limit),
  };
}

function canary(state: LogState, mark: CanaryMark): Committed {
  state.canaries += 1;
  const canary = { ...mark, no: state.canaries };
  return { entries: state.append([{ recordedAt: mark.receivedAt, kind: 'canary', canary }]), cases: [] };
}

function raise(state: LogState, due: readonly DueDeadline[], at: number): Committed {
  const reached = due.flatMap((asked) => {
    const kept = state.cases.get(asked.caseId);
    const running = kept === undefined ? [] : runningDeadlines(kept.summary);
    const { instance, round, threshold } = asked;
    return running.filter(
      (it) => it.instance === instance && it.round === round && it.threshold === threshold && it.dueAt <= at,
    );
  });
  const raised = reached.toSorted(byInstant).flatMap((it) => state.addAlert(openAlert(state, it, at)) ?? []);
  const timedOut = raised.flatMap(({ caseId, instance, round, threshold }) => {
    if (threshold === 'reply-late') return [];
    const key = { caseId, instance, round };
    const warning = state.alertOf({ ...key, threshold: 'warning' });
    const over = warning && warning.status !== 'resolved' && state.alertOf({ ...key, threshold: 'timeout' });
    if (!warning || !over) return [];
    return [state.replaceAlert({ ...warning, status: 'resolved', resolution: 'timed-out', resolvedAt: at })];
  });
  const lines = [...raised.map((it) => line('raised', it, at)), ...timedOut.map((it) => line('resolved', it, at))];
  return { entries: state.append(lines), cases: [] };
}

function openAlert(state: LogState, due: DueDeadline, at: number): Omit<Alert, 'id'> {
  const caseNumber = state.cases.get(due.caseId)?.stored.number ?? '';
  const nobody = { takenBy: null, takenByName: null, takenAt: null, resolvedAt: null, resolution: null };
  return { ...due, caseNumber, status: 'open', firedAt: at, ...nobody };
}

function change(
  state: LogState,
  alertId: number,
  word: AlertChange,
  at: number,
  decide: (alert: Alert) => TakingResult,
): Committed {
  const alert = state.alerts[alertId - 1];
  if (alert === undefined) throw new AlertConflict(`There is no alert ${alertId}`, null);
  const decided = decide(alert);
  if (decided.kind === 'refused') throw new AlertConflict(decided.reason, decided.holder);
  if (decided.kind === 'same') return { entries: [], cases: [] };
  return { entries: state.append([line(word, state.replaceAlert(decided.alert), at)]), cases: [] };
}

function returnDue(state: LogState, at: number, idleMs: number, limit: number): Committed {
  const lines = state.unresolved().flatMap((alert): Unnumbered[] => {
    const why = returnCause(alert, lastActAt(state, alert.caseId), idleMs, at);
    const back = why === null ? null : returned(alert, why, at);
    return back === null ? [] : [line('returned', back, at)];
  });
  const kept = lines.slice(0, limit);
  for (const one of kept) if (one.kind === 'alert') state.replaceAlert(one.alert);
  return { entries: state.append(kept), cases: [] };
}

/** When a person last did something on a case, epoch ms; null: never. */
function lastActAt(state: LogState, caseId: number): number | null {
  const last = state.entries.findLast(
    (one) => one.kind === 'case' && one.caseId === caseId && one.event.actor.kind === 'person',
  );
  return last?.recordedAt ?? null;
}

function line(word: AlertChange, alert: Alert, at: number): Unnumbered {
  return { recordedAt: at, kind: 'alert', caseId: alert.caseId, change: word, alert };
}
