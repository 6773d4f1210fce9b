import type { Actor, Role } from '#domain/account/role.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { computeClock } from '#domain/clock/clock.ts';
import { basisOf, type Limit } from '#domain/clock/limit.ts';
import type { CaseState } from './case.ts';
import { stageClockFacts } from './deadlines.ts';
import type { CaseEvent, CaseEventData } from './event.ts';
import {
  isLegal,
  isOurs,
  legalMoves,
  mayForceClose,
  MAX_EXTENSIONS,
  MOVE_RULES,
  type Move,
  type MoveName,
} from './move.ts';
import type { Stage } from './stage.ts';
import { wholeLimitOf } from './whole-limit.ts';

/** What a decision needs beside the case: who, when, and the handbook's limits. All lookups are pure. */
export type DecisionContext = {
  eventId: string;
  /** When it happened (epoch ms); kept behind the case's newest event. */
  at: number;
  recordedAt: number;
  actor: Actor;
  role: Role;
  calendar: CompiledCalendar;
  /** Limit of a stage other than 处置; null where it has none. */
  stageLimit(stage: Exclude<Stage, 'dispose'>): Limit | null;
  /** Filing condition of a category; null when the handbook has none of that number. */
  condition(categoryKey: string, conditionNo: number): { limit: Limit } | null;
  isDepartment(code: string): boolean;
};

export type Refused = {
  ok: false;
  code: 'illegal-move' | 'not-allowed' | 'limit-reached' | 'bad-argument';
  message: string;
  legal: MoveName[];
};
export type Decision = { ok: true; event: CaseEvent } | Refused;

/** The event a move becomes, or why not and what would be legal. Pure: the same case, move and context decide alike. */
export function decide(state: CaseState, move: Move, context: DecisionContext): Decision {
  const refusal = refuse(state, move, context);
  if (refusal) return { ok: false, ...refusal, legal: legalMoves(state, context.role) };
  return {
    ok: true,
    event: {
      eventId: context.eventId,
      at: Math.max(context.at, lastInstant(state) + 1),
      recordedAt: context.recordedAt,
      actor: context.actor,
      data: eventOf(state, move, context),
    },
  };
}

/** The newest instant a state knows of: an own case's next event comes after it. */
export function lastInstant(state: CaseState): number {
  const last = state.instances.at(-1);
  const pauses = last?.pauses.at(-1);
  return Math.max(
    state.reportedAt,
    last?.enteredAt ?? 0,
    last?.leftAt ?? 0,
    last?.extensions.at(-1)?.at ?? 0,
    pauses?.from ?? 0,
    pauses?.to ?? 0,
    state.endedAt ?? 0,
  );
}

function refuse(state: CaseState, move: Move, context: DecisionContext): Pick<Refused, 'code' | 'message'> | null {
  const name = move.move;
  const forced = move.move === 'close' && move.forced;
  if (forced ? !mayForceClose(context.role) : !MOVE_RULES[name].roles.includes(context.role)) {
    return { code: 'not-allowed', message: `${context.role} may not ${forced ? 'force the closing of' : name} a case` };
  }
  if (!isOurs(state, name)) {
    return { code: 'illegal-move', message: `the stages of this case are run by the system that reported it` };
  }
  if (move.move === 'extend' && state.counts.extended >= MAX_EXTENSIONS) {
    return { code: 'limit-reached', message: `it has been extended ${MAX_EXTENSIONS} times already` };
  }
  if (!(forced ? isOpen(state) : isLegal(state, name))) {
    const why = state.suspended ? ' while it is suspended' : '';
    return { code: 'illegal-move', message: `${name} is not possible in stage ${state.phase}${why}` };
  }
  return refuseArguments(state, move, context);
}

function refuseArguments(
  state: CaseState,
  move: Move,
  context: DecisionContext,
): Pick<Refused, 'code' | 'message'> | null {
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
  if (move.move === 'extend') {
    const facts = stageClockFacts(state.instances.at(-1)!);
    if (facts === null || facts.limit === null) {
      return { code: 'bad-argument', message: 'this stage has no limit that could be extended' };
    }
    const { dueAt } = computeClock(facts, context.calendar);
    if (dueAt !== null && context.at > dueAt) {
      return { code: 'illegal-move', message: 'an extension must be asked for before the deadline' };
    }
  }
  if (move.move === 'suspend' && move.until !== null && move.until <= context.at) {
    return { code: 'bad-argument', message: 'a suspension must end in the future' };
  }
  return null;
}

function isOpen(state: CaseState): boolean {
  return isLegal(state, 'urge');
}

function eventOf(state: CaseState, move: Move, context: DecisionContext): CaseEventData {
  const limitOf = (stage: Exclude<Stage, 'dispose'>): Limit | null => context.stageLimit(stage);
  switch (move.move) {
    case 'accept': {
      const next = state.channel === 'public' ? 'verify' : 'file';
      return { type: 'accepted', next, limit: limitOf(next) };
    }
    case 'decline':
      return { type: 'declined', reason: move.reason };
    case 'verify':
      return { type: 'verified', found: move.found, media: move.media, limit: limitOf(move.found ? 'file' : 'accept') };
    case 'file': {
      const limit = context.condition(move.categoryKey, move.conditionNo)?.limit ?? null;
      return {
        type: 'filed',
        categoryKey: move.categoryKey,
        conditionNo: move.conditionNo,
        urgent: limit !== null && basisOf(limit.unit) === 'continuous',
        limit: limitOf('dispatch'),
        disposalLimit: limit,
        wholeLimit: limit
          ? wholeLimitOf(
              limit,
              [limitOf('dispatch'), limitOf('check'), limitOf('close')],
              context.calendar.workingDayMs / 3_600_000,
            )
          : null,
      };
    }
    case 'dispatch':
      return {
        type: 'dispatched',
        department: move.department,
        supporting: move.supporting,
        limit: null,
        note: move.note,
      };
    case 'return':
      return { type: 'returned', reason: move.reason, limit: limitOf('dispatch') };
    case 'feed-back':
      return { type: 'fed-back', note: move.note, media: move.media, limit: limitOf('check') };
    case 'check':
      return {
        type: 'checked',
        passed: move.passed,
        note: move.note,
        media: move.media,
        limit: move.passed ? limitOf('close') : null,
      };
    case 'rework':
      return { type: 'reworked', reason: move.reason, limit: null };
    case 'extend':
      return { type: 'extended', limit: state.instances.at(-1)!.limit!, reason: move.reason };
    case 'suspend':
      return { type: 'suspended', reason: move.reason, until: move.until };
    case 'resume':
      return { type: 'resumed', reason: move.reason };
    case 'supervise':
      return { type: 'supervised', level: move.level, reason: move.reason };
    case 'lift-supervision':
      return { type: 'supervision-lifted', reason: move.reason };
    case 'urge':
      return { type: 'urged', note: move.note };
    case 'send-team':
      return { type: 'team-sent', team: move.team, note: move.note };
    case 'comment':
      return { type: 'commented', text: move.text };
    case 'void':
      return { type: 'voided', reason: move.reason };
    case 'close':
      return { type: 'closed', note: move.note, forced: move.forced };
  }
}
