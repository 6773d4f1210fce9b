import type { Actor } from '#domain/account/role.ts';
import { emptyState } from './blank.ts';
import type { CaseState, WholeClock } from './case.ts';
import type { CaseEvent, CaseEventData, CaseEventType } from './event.ts';
import {
  addAnomaly,
  changeClocks,
  changeStage,
  endCase,
  enterStage,
  hold,
  resume,
  reworkAgain,
  suspend,
} from './passage.ts';
import type { CaseRequest } from './request-kind.ts';
import { isEnd, type Phase } from './stage.ts';
import { supervisionsOf, type Supervision } from './supervision.ts';

/** Place of an event type in the national flow: decides between two messages that name the same instant. */
const RANK: Record<CaseEventData['type'], number> = {
  reported: 0,
  accepted: 1,
  declined: 2,
  verified: 3,
  filed: 4,
  dispatched: 5,
  passed: 5.2,
  'self-handled': 5.4,
  'team-sent': 6,
  supported: 6.5,
  returned: 7,
  extended: 8,
  shortened: 8.5,
  suspended: 9,
  resumed: 10,
  restated: 10.5,
  supervised: 11,
  'supervision-lifted': 12,
  replied: 12.5,
  urged: 13,
  requested: 13.2,
  answered: 13.4,
  exempted: 13.6,
  'duplicate-joined': 13.8,
  'fed-back': 14,
  checked: 15,
  reworked: 16,
  told: 17,
  commented: 18,
  closed: 19,
  voided: 20,
  joined: 21,
};

/** What lets two officers' moves pass one another: it decides nothing about the case. */
const STANDS_STILL: readonly CaseEventType[] = ['commented', 'restated', 'duplicate-joined', 'supported'];
/** What is no oddity after the end. */
const MAY_FOLLOW_END: readonly CaseEventType[] = ['commented', 'requested', 'answered', 'exempted', 'duplicate-joined'];

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
  const { data } = event;
  if (!STANDS_STILL.includes(data.type)) state.moveVersion = state.version;
  if (isEnd(before.phase) && !MAY_FOLLOW_END.includes(data.type)) addAnomaly(state, 'event-after-end');
  applyData(state, event);
  return state;
}

function applyData(state: CaseState, { data, at, actor }: CaseEvent): void {
  switch (data.type) {
    case 'reported':
    case 'commented':
    case 'team-sent':
      return;
    case 'accepted':
      state.acceptedAt ??= at;
      if (state.selfHandled) state.selfHandled = false;
      return enterStage(state, data.next, at, actor, data.next === 'verify' ? 'collector' : 'duty-officer', data.limit);
    case 'passed':
      state.passed = { to: data.to, at };
      if (state.place.districtCode === null) state.place = { ...state.place, districtCode: data.to };
      return enterStage(state, 'accept', at, actor, 'operator', data.limit);
    case 'self-handled':
      state.selfHandled = true;
      state.disposedAt = at;
      state.media = { ...state.media, after: [...state.media.after, ...data.media] };
      return;
    case 'verified':
      state.media = { ...state.media, before: [...state.media.before, ...data.media] };
      return data.found
        ? enterStage(state, 'file', at, actor, 'duty-officer', data.limit)
        : enterStage(state, 'accept', at, actor, 'operator', data.limit);
    case 'filed':
      state.filedAt ??= at;
      state.categoryKey = data.categoryKey;
      state.conditionNo = data.conditionNo;
      state.urgent = data.urgent;
      state.disposalLimit = data.disposalLimit;
      if (state.whole?.dueGiven == null) state.whole = startWhole(at, data.wholeLimit);
      return enterStage(state, 'dispatch', at, actor, 'dispatcher', data.limit);
    case 'dispatched':
      state.dispatchedAt ??= at;
      if (state.department !== null && state.department !== data.department) {
        state.counts.redispatched = (state.counts.redispatched ?? 0) + 1;
      }
      delete state.supportFeedback;
      state.department = data.department;
      state.supporting = data.supporting;
      state.counts.dispatched += 1;
      return enterStage(state, 'dispose', at, actor, data.department, data.limit ?? state.disposalLimit);
    case 'supported':
      state.media = { ...state.media, after: [...state.media.after, ...data.media] };
      state.supportFeedback = [...(state.supportFeedback ?? []), { department: data.department, at, note: data.note }];
      return;
    case 'returned':
      state.counts.returned += 1;
      return enterStage(state, 'dispatch', at, actor, 'dispatcher', data.limit);
    case 'fed-back':
      state.disposedAt = at;
      state.media = { ...state.media, after: [...state.media.after, ...data.media] };
      return enterStage(state, 'check', at, actor, 'collector', data.limit);
    case 'checked':
      state.checkedAt = at;
      state.media = { ...state.media, after: [...state.media.after, ...data.media] };
      return data.passed
        ? enterStage(state, 'close', at, actor, 'duty-officer', data.limit)
        : reworkAgain(state, at, actor, data.limit);
    case 'reworked':
      return reworkAgain(state, at, actor, data.limit);
    case 'extended':
      state.counts.extended += 1;
      return changeClocks(state, (clock) => ({
        ...clock,
        round: clock.round + 1,
        extensions: [...clock.extensions, { at: data.askedAt ?? at, limit: data.limit }],
      }));
    case 'shortened':
      return changeStage(state, (instance) => ({ ...instance, round: instance.round + 1, limit: data.limit }));
    case 'suspended':
      return suspend(state, at, data.until, data.reason);
    case 'resumed':
      return resume(state, at);
    case 'restated':
      return changeClocks(state, (clock) => ({ ...clock, round: clock.round + 1 }));
    case 'supervised':
      state.supervisionLevel = data.level;
      state.supervisions = [...supervisionsOf(state), supervisionOf(state, data, at, actor)];
      return;
    case 'replied':
      state.supervisions = supervisionsOf(state).map((one) =>
        one.no === data.no && one.reply === null ? { ...one, reply: { by: actor, at, text: data.text } } : one,
      );
      return;
    case 'supervision-lifted':
      state.supervisionLevel = 0;
      if (state.supervisions) {
        state.supervisions = state.supervisions.map((one) => ({ ...one, liftedAt: one.liftedAt ?? at }));
      }
      return;
    case 'urged':
      state.counts.urged += 1;
      return;
    case 'requested':
      return hold(state, at, () => {
        state.requests = [...(state.requests ?? []), requestOf(state, data, at, actor)];
      });
    case 'answered':
      return hold(state, at, () => {
        state.requests = (state.requests ?? []).map((one) =>
          one.no === data.no && one.status === 'pending'
            ? {
                ...one,
                status: data.granted ? 'granted' : 'refused',
                answer: { by: actor, at, reason: data.reason },
              }
            : one,
        );
      });
    case 'exempted':
      state.instances = state.instances.map((one) =>
        one.no === data.instance ? { ...one, exempted: { by: actor, at, reason: data.reason } } : one,
      );
      return;
    case 'joined':
      state.duplicateOf = data.to;
      // Before filing nobody was charged with it; after, it leaves what is due like any void case.
      return endCase(state, state.filedAt === null ? 'declined' : 'void', at, actor);
    case 'duplicate-joined':
      state.duplicates = [...(state.duplicates ?? []), data.number];
      return;
    case 'declined':
      return endCase(state, 'declined', at, actor);
    case 'voided':
      return endCase(state, 'void', at, actor);
    case 'closed':
      state.forced = data.forced;
      return endCase(state, 'closed', at, actor);
    case 'told':
      return told(state, data, at, actor);
  }
}

function requestOf(
  state: CaseState,
  {
    no,
    kind,
    reason,
    until,
    pauses,
    instance = state.instances.at(-1)?.no ?? 0,
  }: Extract<CaseEventData, { type: 'requested' }>,
  at: number,
  by: Actor,
): CaseRequest {
  return { no, kind, reason, by, at, instance, until, pauses, status: 'pending', answer: null };
}

function supervisionOf(
  state: CaseState,
  { level, reason, replyBy = null }: Extract<CaseEventData, { type: 'supervised' }>,
  at: number,
  by: Actor,
): Supervision {
  return { no: supervisionsOf(state).length + 1, level, reason, by, at, replyBy, reply: null, liftedAt: null };
}

function told(state: CaseState, data: Extract<CaseEventData, { type: 'told' }>, at: number, by: Actor): void {
  if (data.department !== undefined) state.department = data.department;
  if (data.dueAt !== undefined) state.whole = giveDue(state, data.dueAt);
  if (data.placeGiven !== undefined) state.placeGiven = data.placeGiven;
  if (data.place !== undefined && (state.position === null || !state.place.inside)) {
    state.place = data.place;
    state.anomalies = state.anomalies.filter((name) => name !== 'no-place');
  }
  if (data.phase === undefined || data.phase === state.phase) return;
  markPassage(state, data.phase, at);
  if (isEnd(data.phase)) return endCase(state, data.phase, at, by);
  const holder = data.phase === 'dispose' ? (state.department ?? 'department') : 'platform';
  enterStage(state, data.phase, at, by, holder, null);
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
