import { levelOfScope } from '#domain/account/post.ts';
import { calendarAt } from '#domain/calendar/calendar-at.ts';
import { computeClock } from '#domain/clock/clock.ts';
import type { Limit } from '#domain/clock/limit.ts';
import type { ArgumentFault, Fault } from './argument-fault.ts';
import type { CaseState } from './case.ts';
import type { DecisionContext } from './decision-context.ts';
import type { CaseEvent, CaseEventData } from './event.ts';
import { stageClockFacts } from './deadlines.ts';
import { appealedInstance, eventOf, grantedEvent, shortened } from './event-of.ts';
import { legalMoves, whyNot, whyNotMove, type Reason, type RefusalCode } from './legal.ts';
import type { Move, MoveName } from './move.ts';
import { rightFor } from './policy.ts';
import { GRANTED_AS, requestsOf } from './request.ts';
import { openSupervisions, supervisionsOf } from './supervision.ts';
import { levelsFor, usualLevel } from './supervision-level.ts';

export type Refused = { ok: false; code: RefusalCode; message: string; legal: MoveName[]; why?: Fault };
/** `events` in the order they are to be stored: a granted request is followed by what was granted. */
export type Decision = { ok: true; events: [CaseEvent, ...CaseEvent[]] } | Refused;

/** The events a move becomes, or why not and what would be legal. Pure: the same input decides alike. */
export function decide(state: CaseState, move: Move, context: DecisionContext): Decision {
  const refusal = refuse(state, move, context) ?? refuseArguments(state, move, context);
  if (refusal) return { ok: false, ...refusal, legal: legalMoves(state, context.post, context) };
  const at = Math.max(context.at, lastInstant(state) + 1);
  const { eventId, recordedAt, actor } = context;
  const first: CaseEvent = { eventId, at, recordedAt, actor, data: eventOf(state, move, context) };
  const granted = move.move === 'answer' && move.granted ? grantedEvent(state, move, context) : null;
  if (granted === null) return { ok: true, events: [first] };
  return { ok: true, events: [first, following(first, granted)] };
}

/** A second event of the same act, right after the first. */
function following(first: CaseEvent, data: CaseEventData): CaseEvent {
  return { ...first, eventId: `${first.eventId}/${data.type}`, at: first.at + 1, data };
}

/** The newest instant a state knows of: an own case's next event comes after it. */
export function lastInstant(state: CaseState): number {
  const last = state.instances.at(-1);
  const pauses = last?.pauses.at(-1);
  const request = requestsOf(state).at(-1);
  return Math.max(
    state.reportedAt,
    last?.enteredAt ?? 0,
    last?.leftAt ?? 0,
    last?.extensions.at(-1)?.at ?? 0,
    pauses?.from ?? 0,
    pauses?.to ?? 0,
    request?.at ?? 0,
    ...requestsOf(state).map(({ answer }) => answer?.at ?? 0),
    state.endedAt ?? 0,
  );
}

function refuse(state: CaseState, move: Move, context: DecisionContext): Reason | null {
  if (move.move !== 'answer') return whyNot(state, rightFor(move, state), context.post, context);
  const request = requestsOf(state).find(({ no }) => no === move.request);
  if (request === undefined) return unfit('no-request', `it has no request ${move.request}`);
  const reason = whyNot(state, `answer-${request.kind}`, context.post, context);
  if (reason !== null) return reason;
  if (request.status !== 'pending') {
    return { code: 'illegal-move', message: `request ${move.request} is ${request.status} already` };
  }
  // It was asked in time, or it would not wait here.
  if (!move.granted || request.kind === 'appeal') return null;
  return whyNotMove(state, GRANTED_AS[request.kind], { ...context, at: request.at });
}

function refuseArguments(state: CaseState, move: Move, context: DecisionContext): Reason | null {
  if (move.move === 'file' && context.condition(move.categoryKey, move.conditionNo) === null) {
    const message = `the handbook has no filing condition ${move.conditionNo} for category ${move.categoryKey}`;
    return unfit('no-condition', message);
  }
  if (move.move === 'dispatch') {
    const unknown = [move.department, ...move.supporting].find((code) => !context.isDepartment(code));
    if (unknown !== undefined) return unfit('no-department', `there is no department ${unknown}`, unknown);
  }
  if ((move.move === 'suspend' || move.move === 'ask') && move.until !== null && move.until <= context.at) {
    return unfit('past-until', 'a suspension must end in the future');
  }
  if (move.move === 'supervise' && move.replyBy !== null && move.replyBy <= context.at) {
    return unfit('past-reply', 'a reply must be demanded by an instant to come');
  }
  if (move.move === 'supervise') {
    const { post, rules } = context;
    const level = move.level ?? usualLevel(supervisionsOf(state), post, rules.supervisionLevels) ?? 1;
    if (!levelsFor(post, rules.supervisionLevels).includes(level))
      return { code: 'not-allowed', message: `a ${post.level} ${post.role} may not supervise at level ${level}` };
  }
  if (move.move === 'reply' && !openSupervisions(state).some(({ no }) => no === move.supervision)) {
    return unfit('no-supervision', `no supervision ${move.supervision} waits for a reply`);
  }
  if (move.move === 'ask' && move.kind === 'appeal' && appealedInstance(state, move, context) === undefined) {
    return unfit('not-late', `passage ${move.instance} was no late disposal of yours`);
  }
  if (move.move === 'shorten') return refuseShorter(state, move.limit, context);
  if (move.move === 'pass') return refusePassing(state, move.to);
  return move.move === 'join' ? refuseJoining(move.to, context) : null;
}

function refuseShorter(state: CaseState, limit: Limit, { calendar, at }: DecisionContext): Reason | null {
  const facts = stageClockFacts(state.instances.at(-1)!)!;
  const local = calendarAt(calendar, state.place.districtCode);
  const before = computeClock(facts, local).dueAt;
  const shorter = shortened(limit, facts.limit);
  const after = limit.value > 0 ? computeClock({ ...facts, limit: shorter }, local).dueAt : null;
  if (after === null || before === null || after >= before || after <= at) {
    return unfit('not-shorter', 'a shortened limit must end earlier than now, and still to come');
  }
  return null;
}

function refusePassing({ place: { districtCode } }: CaseState, to: string): Reason | null {
  if (!/^\d{6}$/.test(to) || levelOfScope(to) !== 'district') {
    return unfit('no-district', `${to} is no district`, to);
  }
  if (districtCode === null || districtCode === to) return null;
  return unfit('other-district', `it lies in ${districtCode}: it is passed there or nowhere`, districtCode);
}

function refuseJoining(to: string, { join }: DecisionContext): Reason | null {
  if (!join?.target) return unfit('no-case', `there is no case ${to} to join it to`, to);
  if (join.number === to) return unfit('itself', 'a case is no duplicate of itself', to);
  const { duplicateOf, phase } = join.target;
  if (duplicateOf !== undefined) {
    return unfit('is-duplicate', `${to} is itself a duplicate: join it to ${duplicateOf}`, duplicateOf);
  }
  if (phase !== 'void' && phase !== 'declined') return null;
  return unfit('ended-undealt', `${to} ended without being dealt with`, to);
}

function unfit(fault: ArgumentFault, message: string, about?: string): Reason {
  return { code: 'bad-argument', message, why: { fault, ...(about !== undefined && { about }) } };
}
