import type { Post } from '#domain/account/post.ts';
import { calendarAt } from '#domain/calendar/calendar-at.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { computeClock } from '#domain/clock/clock.ts';
import type { Fault } from './argument-fault.ts';
import type { CaseState, StageInstance } from './case.ts';
import { lateDisposals } from './charge.ts';
import { stageClockFacts } from './deadlines.ts';
import { MOVE_RULES, type MoveName } from './move.ts';
import { askedAs, isEntitled, isForTold, isToAudit, moveNameOf, requestKindOf, RIGHTS, type Right } from './policy.ts';
import { GRANTED_AS, hasPending } from './request.ts';
import type { CaseRules } from './rules.ts';
import { isEnd } from './stage.ts';
import { currentInstance } from './summary.ts';
import { openSupervisions } from './supervision.ts';

/** When and under which rules something is to be done. `at`: epoch ms. */
export type Moment = { rules: CaseRules; calendar: CompiledCalendar; at: number };

export type RefusalCode = 'illegal-move' | 'not-allowed' | 'limit-reached' | 'bad-argument';
/** `why`: of bad-argument, what does not fit. */
export type Reason = { code: RefusalCode; message: string; why?: Fault };

/** What may still be done after the end. */
const AFTER_END: readonly Right[] = ['comment', 'ask-appeal', 'answer-appeal'];
/** What a department may do on a case that another one leads. */
const FOR_SUPPORTING: readonly Right[] = ['support', 'comment'];
/** What a department may do on a case that it had, or supports no longer. */
const FOR_OTHERS: readonly Right[] = ['ask-appeal', 'comment'];

/** Rights that a post could exercise now, in the order of the flow. Agrees with what `decide` accepts. */
export function legalRights(state: CaseState, post: Post, moment: Moment): Right[] {
  return RIGHTS.filter((right) => whyNot(state, right, post, moment) === null);
}

/** Moves that a post could make now. Closing by force is not among them: it is its own right. */
export function legalMoves(state: CaseState, post: Post, moment: Moment): MoveName[] {
  const rights = legalRights(state, post, moment).filter((right) => right !== 'force-close');
  return [...new Set(rights.map(moveNameOf))];
}

/** Why a post cannot exercise a right on a case now; null when it can (with fitting arguments). */
export function whyNot(state: CaseState, right: Right, post: Post, moment: Moment): Reason | null {
  if (!isEntitled(post, right, moment.rules)) {
    return { code: 'not-allowed', message: `a ${post.level} ${post.role} may not ${wordsOf(right)}` };
  }
  if (state.conduct === 'told' && !isForTold(right)) {
    return illegal('the stages of this case are run by the system that reported it');
  }
  if (!isOfDepartment(state, right, post)) {
    return { code: 'not-allowed', message: `another department leads: this one may not ${wordsOf(right)}` };
  }
  if (isEnd(state.phase) && !AFTER_END.includes(right)) return illegal(`${wordsOf(right)}: the case has ended`);
  if (right === 'comment') return null;
  return right === 'ask-appeal' ? whyNotAppeal(state, post, moment) : whyNotOpen(state, right, moment);
}

function whyNotOpen(state: CaseState, right: Right, moment: Moment): Reason | null {
  if (right === 'force-close') return null;
  if (right === 'close-self-handled') return isToAudit(state) ? null : illegal('it was not put right on the spot');
  const kind = requestKindOf(right);
  if (kind !== null) {
    const isPending = hasPending(state, kind);
    if (right.startsWith('answer-')) return isPending ? null : illegal(`no ${kind} waits for an answer`);
    if (isPending || kind === 'appeal') return illegal(`a request for ${kind} waits for its answer already`);
    return whyNotMove(state, GRANTED_AS[kind], moment);
  }
  const asked = askedAs(right);
  if (asked !== null && hasPending(state, asked)) {
    return illegal(`a request for ${asked} waits: answer it instead`);
  }
  return whyNotMove(state, right as keyof typeof MOVE_RULES, moment);
}

/** Why the state of an open case does not let a move happen. */
export function whyNotMove(state: CaseState, name: keyof typeof MOVE_RULES, moment: Moment): Reason | null {
  const { from, whileSuspended } = MOVE_RULES[name];
  if (name === 'extend' && state.counts.extended >= moment.rules.maxExtensions) {
    return { code: 'limit-reached', message: `it has been extended ${state.counts.extended} times already` };
  }
  if (isEnd(state.phase) || !from.includes(state.phase)) {
    return illegal(`${wordsOf(name)} is not possible in stage ${state.phase}`);
  }
  if (state.suspended !== null && !whileSuspended) {
    return illegal(`${wordsOf(name)} is not possible in stage ${state.phase} while it is suspended`);
  }
  if (name === 'resume' && state.suspended === null) return illegal('it is not suspended');
  if (name === 'lift-supervision' && state.supervisionLevel === 0) return illegal('it is not supervised');
  if (name === 'reply' && openSupervisions(state).length === 0) return illegal('no supervision waits for a reply');
  if (name === 'pass' && state.passed) return illegal(`it was passed to ${state.passed.to} already`);
  if (name === 'self-handle' && state.selfHandled) return illegal('it waits for its audit already');
  if (name === 'shorten' && !currentInstance(state)?.limit) return illegal('this stage has no limit to shorten');
  return name === 'extend' ? whyNotLonger(state, moment) : null;
}

/** Whether a department has a part in the case that lets it do this; everybody else does whatever the case is. */
function isOfDepartment(state: CaseState, right: Right, { role, department }: Post): boolean {
  if (role !== 'department') return true;
  if (right === 'support') return department !== null && isSupporting(state, department);
  if (department === null || department === state.department) return true;
  return (isSupporting(state, department) ? [...FOR_SUPPORTING, ...FOR_OTHERS] : FOR_OTHERS).includes(right);
}

function isSupporting(state: CaseState, department: string): boolean {
  return state.supporting.includes(department) && state.department !== department;
}

/** An appeal needs a late disposal of who appeals. */
function whyNotAppeal(state: CaseState, post: Post, { calendar }: Moment): Reason | null {
  if (hasPending(state, 'appeal')) return illegal('an appeal waits for its answer already');
  return appealable(state, post, calendar).length > 0 ? null : illegal('no disposal of yours was late');
}

/** Late disposals that a post may appeal against: a department its own. */
export function appealable(state: CaseState, post: Post, calendar: CompiledCalendar): StageInstance[] {
  const { role, department } = post;
  const own = role === 'department' && department !== null;
  return lateDisposals(state, calendar).filter(({ holder }) => !own || holder === department);
}

/** An extension must be asked for before the deadline. */
function whyNotLonger(state: CaseState, { calendar, at }: Moment): Reason | null {
  const instance = currentInstance(state);
  const facts = instance ? stageClockFacts(instance) : null;
  if (facts === null || facts.limit === null) return illegal('this stage has no limit that could be extended');
  const { dueAt } = computeClock(facts, calendarAt(calendar, state.place.districtCode));
  return dueAt !== null && at > dueAt ? illegal('an extension must be asked for before the deadline') : null;
}

function illegal(message: string): Reason {
  return { code: 'illegal-move', message };
}

function wordsOf(right: Right): string {
  return right === 'force-close' ? 'force the closing of a case' : right.replaceAll('-', ' ');
}
