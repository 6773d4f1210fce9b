import { emptyState } from './blank.ts';
import type { CaseState, StageInstance, WholeClock } from './case.ts';
import type { CaseEvent, CaseEventData } from './event.ts';
import { isEnd, type End, type Phase, type Stage } from './stage.ts';

/** Place of an event type in the national flow: decides between two messages that name the same instant. */
const RANK: Record<CaseEventData['type'], number> = {
  reported: 0,
  accepted: 1,
  declined: 2,
  verified: 3,
  filed: 4,
  dispatched: 5,
  'team-sent': 6,
  returned: 7,
  extended: 8,
  suspended: 9,
  resumed: 10,
  restated: 10.5,
  supervised: 11,
  'supervision-lifted': 12,
  urged: 13,
  'fed-back': 14,
  checked: 15,
  reworked: 16,
  told: 17,
  commented: 18,
  closed: 19,
  voided: 20,
};

/** The order a log is folded in: the report first, then by when it happened, then by the flow, then by event id. */
export function compareEvents(a: CaseEvent, b: CaseEvent): number {
  const aFirst = a.data.type === 'reported';
  if (aFirst !== (b.data.type === 'reported')) return aFirst ? -1 : 1;
  if (a.at !== b.at) return a.at - b.at;
  const byRank = RANK[a.data.type] - RANK[b.data.type];
  if (byRank !== 0) return byRank;
  return a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0;
}

/**
 * A case's state from its events, whatever their order and however often each came.
 *
 * @throws RangeError without a `reported` event.
 */
export function foldCase(events: readonly CaseEvent[]): CaseState {
  const byId = new Map<string, CaseEvent>();
  for (const event of events) if (!byId.has(event.eventId)) byId.set(event.eventId, event);
  const ordered = [...byId.values()].sort(compareEvents);
  const first = ordered[0];
  if (first?.data.type !== 'reported') throw new RangeError('a case begins with its report');
  let state = emptyState(first, first.data);
  for (const event of ordered.slice(1)) state = applyEvent(state, event);
  return state;
}

/** Whether `event` may simply be applied to a state whose newest event happened at `lastAt`: it comes after all of it. */
export function isInOrder(state: CaseState, lastAt: number, event: CaseEvent): boolean {
  return state.version > 0 && event.data.type !== 'reported' && event.at > lastAt;
}

/** The state after one more event. Never refuses: whether a move was allowed is decided before it becomes an event. */
export function applyEvent(before: CaseState, event: CaseEvent): CaseState {
  const state: CaseState = { ...before, counts: { ...before.counts }, version: before.version + 1 };
  const { data, at } = event;
  if (data.type !== 'commented' && data.type !== 'restated') state.moveVersion = state.version;
  if (isEnd(before.phase) && data.type !== 'commented') addAnomaly(state, 'event-after-end');
  applyData(state, data, at);
  return state;
}

function applyData(state: CaseState, data: CaseEventData, at: number): void {
  switch (data.type) {
    case 'reported':
    case 'commented':
    case 'team-sent':
      return;
    case 'accepted':
      state.acceptedAt ??= at;
      return enter(state, data.next, at, data.next === 'verify' ? 'collector' : 'duty-officer', data.limit);
    case 'verified':
      state.media = { ...state.media, before: [...state.media.before, ...data.media] };
      return data.found
        ? enter(state, 'file', at, 'duty-officer', data.limit)
        : enter(state, 'accept', at, 'operator', data.limit);
    case 'filed':
      state.filedAt ??= at;
      state.categoryKey = data.categoryKey;
      state.conditionNo = data.conditionNo;
      state.urgent = data.urgent;
      state.disposalLimit = data.disposalLimit;
      if (state.whole?.dueGiven == null) state.whole = startWhole(at, data.wholeLimit);
      return enter(state, 'dispatch', at, 'dispatcher', data.limit);
    case 'dispatched':
      state.dispatchedAt ??= at;
      state.department = data.department;
      state.supporting = data.supporting;
      state.counts.dispatched += 1;
      return enter(state, 'dispose', at, data.department, data.limit ?? state.disposalLimit);
    case 'returned':
      state.counts.returned += 1;
      return enter(state, 'dispatch', at, 'dispatcher', data.limit);
    case 'fed-back':
      state.disposedAt = at;
      state.media = { ...state.media, after: [...state.media.after, ...data.media] };
      return enter(state, 'check', at, 'collector', data.limit);
    case 'checked':
      state.checkedAt = at;
      state.media = { ...state.media, after: [...state.media.after, ...data.media] };
      return data.passed ? enter(state, 'close', at, 'duty-officer', data.limit) : rework(state, at, data.limit);
    case 'reworked':
      return rework(state, at, data.limit);
    case 'extended':
      state.counts.extended += 1;
      return changeClocks(state, (clock) => ({
        ...clock,
        round: clock.round + 1,
        extensions: [...clock.extensions, { at, limit: data.limit }],
      }));
    case 'suspended':
      if (state.suspended) return;
      state.counts.suspended += 1;
      state.suspended = { since: at, until: data.until, reason: data.reason };
      return changeClocks(state, (clock) => ({ ...clock, pauses: [...clock.pauses, { from: at, to: null }] }));
    case 'resumed':
      return resume(state, at);
    case 'restated':
      return changeClocks(state, (clock) => ({ ...clock, round: clock.round + 1 }));
    case 'supervised':
      state.supervisionLevel = data.level;
      return;
    case 'supervision-lifted':
      state.supervisionLevel = 0;
      return;
    case 'urged':
      state.counts.urged += 1;
      return;
    case 'declined':
      return end(state, 'declined', at);
    case 'voided':
      return end(state, 'void', at);
    case 'closed':
      state.forced = data.forced;
      return end(state, 'closed', at);
    case 'told':
      return told(state, data, at);
  }
}

function enter(state: CaseState, stage: Stage, at: number, holder: string, limit: StageInstance['limit']): void {
  resume(state, at);
  leaveStage(state, at);
  const no = (state.instances.at(-1)?.no ?? 0) + 1;
  const next: StageInstance = {
    no,
    stage,
    round: 0,
    enteredAt: at,
    leftAt: null,
    holder,
    limit,
    dueGiven: null,
    extensions: [],
    pauses: [],
  };
  state.instances = [...state.instances, next];
  state.phase = stage;
  state.endedAt = null;
  if (state.whole?.stoppedAt != null) state.whole = { ...state.whole, stoppedAt: null, round: state.whole.round + 1 };
}

/** 返工: back to the same department with a new disposal clock; what was late stays late in its own instance. */
function rework(state: CaseState, at: number, limit: StageInstance['limit']): void {
  state.counts.rework += 1;
  enter(state, 'dispose', at, state.department ?? 'department', limit ?? state.disposalLimit);
}

function end(state: CaseState, phase: End, at: number): void {
  resume(state, at);
  leaveStage(state, at);
  state.phase = phase;
  state.endedAt = at;
  if (at < state.reportedAt) addAnomaly(state, 'ended-before-reported');
  if (state.whole) state.whole = { ...state.whole, stoppedAt: at };
}

function leaveStage(state: CaseState, at: number): void {
  const last = state.instances.at(-1);
  if (last?.leftAt !== null) return;
  state.instances = [...state.instances.slice(0, -1), { ...last, leftAt: at }];
}

function resume(state: CaseState, at: number): void {
  if (!state.suspended) return;
  state.suspended = null;
  changeClocks(state, (clock) => ({
    ...clock,
    round: clock.round + 1,
    pauses: clock.pauses.map((pause) =>
      pause.to === null ? { from: pause.from, to: Math.max(at, pause.from) } : pause,
    ),
  }));
}

/** The same change to the clock of the stage the case is in and to the whole-case clock. */
function changeClocks(state: CaseState, change: <T extends StageInstance | WholeClock>(clock: T) => T): void {
  const last = state.instances.at(-1);
  if (last?.leftAt === null) state.instances = [...state.instances.slice(0, -1), change(last)];
  if (state.whole?.stoppedAt === null) state.whole = change(state.whole);
}

function told(state: CaseState, data: Extract<CaseEventData, { type: 'told' }>, at: number): void {
  if (data.department !== undefined) state.department = data.department;
  if (data.dueAt !== undefined) state.whole = giveDue(state, data.dueAt);
  if (data.phase === undefined || data.phase === state.phase) return;
  markPassage(state, data.phase, at);
  if (isEnd(data.phase)) return end(state, data.phase, at);
  enter(state, data.phase, at, data.phase === 'dispose' ? (state.department ?? 'department') : 'platform', null);
}

/** A foreign system names the stage only; the instants that figures count follow from it. */
function markPassage(state: CaseState, phase: Phase, at: number): void {
  if (phase === 'file') state.acceptedAt ??= at;
  if (phase === 'dispatch') state.filedAt ??= at;
  if (phase === 'dispose') state.dispatchedAt ??= at;
  if (phase === 'check') state.disposedAt = at;
  if (phase === 'close') state.checkedAt = at;
}

function giveDue(state: CaseState, dueAt: number | null): WholeClock {
  const now = state.whole ?? startWhole(state.reportedAt, null);
  return now.dueGiven === dueAt ? now : { ...now, dueGiven: dueAt, round: now.round + 1 };
}

function startWhole(at: number, limit: WholeClock['limit']): WholeClock {
  return { round: 0, startedAt: at, stoppedAt: null, limit, dueGiven: null, extensions: [], pauses: [] };
}

function addAnomaly(state: CaseState, anomaly: CaseState['anomalies'][number]): void {
  if (!state.anomalies.includes(anomaly)) state.anomalies = [...state.anomalies, anomaly];
}
