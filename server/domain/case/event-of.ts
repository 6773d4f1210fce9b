import { calendarAt } from '#domain/calendar/calendar-at.ts';
import { basisOf, type Limit } from '#domain/clock/limit.ts';
import type { CaseState } from './case.ts';
import type { DecisionContext } from './decision-context.ts';
import type { CaseEventData } from './event.ts';
import { appealable } from './legal.ts';
import type { Move } from './move.ts';
import { requestsOf } from './request.ts';
import type { CaseRequest } from './request-kind.ts';
import type { Stage } from './stage.ts';
import { supervisionsOf } from './supervision.ts';
import { replyDemanded, usualLevel } from './supervision-level.ts';
import { wholeLimitOf } from './whole-limit.ts';

/** The event that an accepted move becomes. */
export function eventOf(state: CaseState, move: Move, context: DecisionContext): CaseEventData {
  const { districtCode } = state.place;
  const limitOf = (stage: Exclude<Stage, 'dispose'>): Limit | null => context.stageLimit(stage, districtCode);
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
              calendarAt(context.calendar, districtCode).workingDayMs / 3_600_000,
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
    case 'pass':
      return {
        type: 'passed',
        to: move.to,
        note: move.note,
        limit: context.stageLimit('accept', districtCode ?? move.to),
      };
    case 'self-handle':
      return { type: 'self-handled', note: move.note, media: move.media };
    case 'support':
      return { type: 'supported', department: context.post.department ?? '', note: move.note, media: move.media };
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
    case 'shorten':
      return {
        type: 'shortened',
        limit: shortened(move.limit, state.instances.at(-1)?.limit ?? null),
        reason: move.reason,
      };
    case 'suspend':
      return { type: 'suspended', reason: move.reason, until: move.until };
    case 'resume':
      return { type: 'resumed', reason: move.reason };
    case 'supervise': {
      const { supervisionLevels } = context.rules;
      const level = move.level ?? usualLevel(supervisionsOf(state), context.post, supervisionLevels) ?? 1;
      const replyBy = replyDemanded(level, move.replyBy, context.at, supervisionLevels);
      return { type: 'supervised', level, reason: move.reason, replyBy };
    }
    case 'reply':
      return { type: 'replied', no: move.supervision, text: move.text };
    case 'lift-supervision':
      return { type: 'supervision-lifted', reason: move.reason };
    case 'urge':
      return { type: 'urged', note: move.note };
    case 'send-team':
      return { type: 'team-sent', team: move.team, note: move.note };
    case 'comment':
      return {
        ...{ type: 'commented', text: move.text },
        ...(move.mentions !== undefined && move.mentions.length > 0 && { mentions: [...new Set(move.mentions)] }),
        ...(move.media !== undefined && move.media.length > 0 && { media: move.media }),
      };
    case 'ask':
      return {
        type: 'requested',
        no: requestsOf(state).length + 1,
        kind: move.kind,
        reason: move.reason,
        until: move.until,
        pauses: context.rules.pauseWhilePending && move.kind !== 'void' && move.kind !== 'appeal',
        ...(move.kind === 'appeal' && { instance: appealedInstance(state, move, context) }),
      };
    case 'answer':
      return { type: 'answered', no: move.request, granted: move.granted, reason: move.reason };
    case 'join':
      return { type: 'joined', to: move.to, reason: move.reason };
    case 'void':
      return { type: 'voided', reason: move.reason };
    case 'close':
      return { type: 'closed', note: move.note, forced: move.forced };
  }
}

/** A shorter limit waits for the season that the one before it waits for. */
export function shortened({ value, unit }: Limit, before: Limit | null): Limit {
  return { value, unit, ...(before?.season !== undefined && { season: before.season }) };
}

/** The late passage that an appeal is about: the one it names, else the newest. */
export function appealedInstance(
  state: CaseState,
  { instance }: Extract<Move, { move: 'ask' }>,
  { post, calendar }: DecisionContext,
): number | undefined {
  const late = appealable(state, post, calendar);
  return (instance === null ? late.at(-1) : late.find(({ no }) => no === instance))?.no;
}

/** What follows a granted request: the move that it asked for, with the reason it was asked for. */
export function grantedEvent(
  state: CaseState,
  { request: no }: Extract<Move, { move: 'answer' }>,
  context: DecisionContext,
): CaseEventData | null {
  const request = requestsOf(state).find((one) => one.no === no);
  return request ? effectOf(state, request, context) : null;
}

function effectOf(
  state: CaseState,
  { kind, reason, until, at, instance }: CaseRequest,
  context: DecisionContext,
): CaseEventData {
  switch (kind) {
    case 'extension':
      return { type: 'extended', limit: state.instances.at(-1)!.limit!, reason, askedAt: at };
    case 'return':
      return { type: 'returned', reason, limit: context.stageLimit('dispatch', state.place.districtCode) };
    case 'suspension':
      // An end that has passed while the request waited would end the suspension at once.
      return { type: 'suspended', reason, until: until !== null && until > context.at ? until : null };
    case 'void':
      return { type: 'voided', reason };
    case 'appeal':
      return { type: 'exempted', instance, reason };
  }
}
