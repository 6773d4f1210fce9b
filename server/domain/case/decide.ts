import type { CaseState } from './case.ts';
import type { DecisionContext } from './decision-context.ts';
import type { CaseEvent, CaseEventData } from './event.ts';
import { eventOf, grantedEvent } from './event-of.ts';
import { legalMoves, whyNot, whyNotMove, type Reason, type RefusalCode } from './legal.ts';
import type { Move, MoveName } from './move.ts';
import { rightFor } from './policy.ts';
import { GRANTED_AS, requestsOf } from './request.ts';

export type Refused = { ok: false; code: RefusalCode; message: string; legal: MoveName[] };
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
  if (move.move !== 'answer') return whyNot(state, rightFor(move), context.post, context);
  const request = requestsOf(state).find(({ no }) => no === move.request);
  if (request === undefined) return { code: 'bad-argument', message: `it has no request ${move.request}` };
  const reason = whyNot(state, `answer-${request.kind}`, context.post, context);
  if (reason !== null) return reason;
  if (request.status !== 'pending') {
    return { code: 'illegal-move', message: `request ${move.request} is ${request.status} already` };
  }
  // It was asked in time, or it would not wait here.
  return move.granted ? whyNotMove(state, GRANTED_AS[request.kind], { ...context, at: request.at }) : null;
}

function refuseArguments(_state: CaseState, move: Move, context: DecisionContext): Reason | null {
  if (move.move === 'file' && context.condition(move.categoryKey, move.conditionNo) === null) {
    return {
      code: 'bad-argument',
      message: `the handbook has no filing condition ${move.conditionNo} for category ${move.categoryKey}`,
    };
  }
  if (move.move === 'dispatch') {
    const unknown = [move.department, ...move.supporting].find((code) => !context.isDepartment(code));
    if (unknown !== undefined) return { code: 'bad-argument', message: `there is no department ${unknown}` };
  }
  if ((move.move === 'suspend' || move.move === 'ask') && move.until !== null && move.until <= context.at) {
    return { code: 'bad-argument', message: 'a suspension must end in the future' };
  }
  return null;
}
