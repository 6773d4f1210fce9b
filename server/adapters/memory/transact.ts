import type { CaseKeys, CaseWrite, ChangedCase, Committed, FoundCases, NewCase } from '#application/ports.ts';
import { caseNow, resolutionOf } from '#domain/alert/resolution.ts';
import { isClosedByHand } from '#domain/alert/alert.ts';
import { returned } from '#domain/alert/shelf.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import { summaryOf } from '#domain/case/summary.ts';
import { externalKey, type Kept, type LogState, type Unnumbered } from './log-state.ts';

type Decide = (found: FoundCases) => CaseWrite[];

/** See CaseLog.transact. Checks everything before it changes anything, so that a refusal leaves no trace. */
export function transact(state: LogState, keys: CaseKeys, withEvents: boolean, decide: Decide): Committed {
  const asked = askedFor(state, keys);
  const writes = decide(found(state, asked, withEvents));
  check(state, asked, writes);
  const kept = writes.map((it) => (it.kind === 'new' ? added(state, it) : changed(state, it)));
  const events = writes.flatMap((it, i) => {
    const { summary } = kept[i] as Kept;
    return [...lackingLines(state, summary), ...eventLines(it, summary)];
  });
  const resolved = writes.flatMap((it) => (it.kind === 'changed' ? resolvedLines(state, it) : []));
  const returned = writes.flatMap((it) => (it.kind === 'changed' ? returnedLines(state, it) : []));
  const cases = kept.map(({ stored }) => ({ id: stored.id, number: stored.number }));
  return { entries: state.append([...events, ...resolved, ...returned]), cases };
}

function askedFor(state: LogState, { ids = [], numbers = [], externals = [] }: CaseKeys): Map<number, Kept> {
  const asked = [
    ...ids.map((id) => state.cases.get(id)),
    ...numbers.map((number) => state.byNumber.get(number)),
    ...externals.map((it) => state.byExternal.get(externalKey(it.source, it.externalId))),
  ];
  return new Map(asked.flatMap((it) => (it === undefined ? [] : [[it.stored.id, it]])));
}

function found(state: LogState, asked: ReadonlyMap<number, Kept>, withEvents: boolean): FoundCases {
  const ifAsked = (kept: Kept | undefined) => (kept === undefined ? undefined : asked.get(kept.stored.id)?.stored);
  return {
    byId: (id) => asked.get(id)?.stored,
    byNumber: (number) => ifAsked(state.byNumber.get(number)),
    byExternal: (source, externalId) => ifAsked(state.byExternal.get(externalKey(source, externalId))),
    eventsOf: (caseId) => (withEvents ? [...(asked.get(caseId)?.events ?? [])] : []),
    eventIds: (caseId) => new Set(asked.get(caseId)?.events.map((event) => event.eventId)),
  };
}

function check(state: LogState, asked: ReadonlyMap<number, Kept>, writes: readonly CaseWrite[]): void {
  const seen = new Set<string>();
  const once = (key: string, what: string): void => {
    if (seen.has(key)) throw new Error(`${what} is stored already`);
    seen.add(key);
  };
  for (const write of writes) {
    const name = write.kind === 'new' ? externalKey(write.source, write.externalId) : String(write.id);
    once(name, `case ${name}`);
    for (const { eventId } of write.events) once(`${name} ${eventId}`, `event ${eventId}`);
    if (write.kind === 'new') {
      if (state.byExternal.has(name)) throw new Error(`case ${name} is stored already`);
      continue;
    }
    const kept = asked.get(write.id);
    if (kept === undefined) throw new Error(`case ${write.id} was changed but is not one of the cases asked for`);
    for (const { eventId } of kept.events) once(`${name} ${eventId}`, `event ${eventId}`);
  }
}

function added(state: LogState, write: NewCase): Kept {
  const { source, externalId, simulated, numberPrefix, numberDay } = write;
  const no = (state.lastOfDay.get(numberDay) ?? 0) + 1;
  state.lastOfDay.set(numberDay, no);
  const number = `${numberPrefix}-${numberDay}-${String(no).padStart(6, '0')}`;
  const stored = { id: state.cases.size + 1, number, source, externalId, simulated, state: write.state };
  const kept = { stored, summary: summaryOf(stored, write.state, write.clocks), events: [...write.events] };
  state.keep(kept);
  return kept;
}

function changed(state: LogState, write: ChangedCase): Kept {
  const before = state.cases.get(write.id) as Kept;
  const stored = { ...before.stored, state: write.state };
  const summary = summaryOf(stored, write.state, write.clocks);
  const kept = { stored, summary, events: [...before.events, ...write.events] };
  state.keep(kept);
  return kept;
}

/** The own lines of events that a case has from an entry about many; they are logged then. */
export function lackingLines(state: LogState, summary: CaseSummary): Unnumbered[] {
  const lacking = state.lacking.get(summary.id) ?? [];
  state.lacking.delete(summary.id);
  return lacking.map((event) => ({
    ...{ recordedAt: event.recordedAt, kind: 'case', caseId: summary.id, event, after: summary, judgedDueAt: null },
  }));
}

function eventLines(write: CaseWrite, summary: CaseSummary): Unnumbered[] {
  return write.events.map((event) => {
    const judgedDueAt = write.judged ? (write.judged.get(event.eventId) ?? null) : undefined;
    const line = { recordedAt: event.recordedAt, kind: 'case' as const, caseId: summary.id, event, after: summary };
    return judgedDueAt === undefined ? line : { ...line, judgedDueAt };
  });
}

function returnedLines(state: LogState, write: ChangedCase): Unnumbered[] {
  const event = write.events.findLast(({ data }) => data.type === 'supervised');
  if (event === undefined) return [];
  const held = [...state.unresolvedOf(write.id), ...state.closedOf(write.id)].toSorted((a, b) => a.id - b.id);
  return held.flatMap((it): Unnumbered[] => {
    if (it.status === 'taken' && it.takenBy === event.actor.id) return [];
    if (isClosedByHand(it) && it.disposition?.by === event.actor.id) return [];
    const alert = returned(it, 'worse', event.recordedAt);
    if (alert === null) return [];
    state.replaceAlert(alert);
    return [{ recordedAt: event.recordedAt, kind: 'alert', caseId: it.caseId, change: 'returned', alert }];
  });
}

function resolvedLines(state: LogState, write: ChangedCase): Unnumbered[] {
  const now = caseNow(write.state, write.clocks);
  // A change without an event (a new calendar) has no instant of its own.
  const at = write.events.at(-1)?.recordedAt ?? Date.now();
  return state.unresolvedOf(write.id).flatMap((it): Unnumbered[] => {
    const resolution = resolutionOf(it, now);
    if (resolution === null) return [];
    const alert = state.replaceAlert({ ...it, status: 'resolved', resolution, resolvedAt: at });
    return [{ recordedAt: at, kind: 'alert', caseId: it.caseId, change: 'resolved', alert }];
  });
}
