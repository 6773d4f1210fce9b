import type { Post, PostLevel } from '#domain/account/post.ts';
import type { Role } from '#domain/account/role.ts';
import type { CaseState } from './case.ts';
import type { Move, MoveName } from './move.ts';
import { GRANTED_AS } from './request.ts';
import { REQUEST_KINDS, type RequestKind } from './request-kind.ts';
import type { CaseRules } from './rules.ts';

/**
 * What a post may be entitled to: every move, with asking and answering told apart by what is asked for, and closing by
 * whether the case went the whole way, was put right on the spot, or is not through.
 */
export type Right =
  | Exclude<MoveName, 'ask' | 'answer'>
  | `ask-${RequestKind}`
  | `answer-${RequestKind}`
  | 'force-close'
  | 'close-self-handled';

/** Levels at which a role has a right: city, district, subdistrict by their first letters. */
type Levels = 'CDS' | 'DS' | 'C';

const EVERY = 'CDS';
/** What commands: filing, dispatch and all that follows from them. The city's posts have it under two-level command. */
const LOCAL = 'DS';

/**
 * Who may do what at which level under one-level command (两级监督、一级指挥; posts after CJJ/T 106). A role that a line
 * does not name may not. Departments and collectors work for whichever centre called them, so their level is no matter;
 * a source runs the cases that it reported itself.
 */
export const POLICY: Record<Right, Partial<Record<Role, Levels>>> = {
  accept: { operator: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  // The city hands what it was told to the district that files it.
  pass: { operator: 'C', 'duty-officer': 'C' },
  'self-handle': { collector: EVERY, source: EVERY },
  'close-self-handled': { operator: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  // The city takes hotline reports and may turn away what is no business of the platform's.
  decline: { operator: EVERY, 'duty-officer': EVERY, source: EVERY },
  verify: { collector: EVERY, operator: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  file: { 'duty-officer': LOCAL, source: EVERY },
  dispatch: { dispatcher: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  support: { department: EVERY },
  return: { dispatcher: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  'feed-back': { department: EVERY, dispatcher: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  check: { collector: EVERY, operator: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  rework: { operator: LOCAL, dispatcher: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  extend: { dispatcher: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  shorten: { leader: EVERY, source: EVERY },
  suspend: { dispatcher: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  resume: { dispatcher: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  supervise: { leader: EVERY, 'duty-officer': EVERY, source: EVERY },
  'lift-supervision': { leader: EVERY, 'duty-officer': EVERY, source: EVERY },
  reply: { department: EVERY, dispatcher: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  urge: { leader: EVERY, 'duty-officer': EVERY, dispatcher: EVERY, source: EVERY },
  'send-team': { dispatcher: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  comment: {
    leader: EVERY,
    'duty-officer': EVERY,
    operator: EVERY,
    dispatcher: EVERY,
    department: EVERY,
    collector: EVERY,
    source: EVERY,
  },
  join: { operator: EVERY, 'duty-officer': LOCAL, dispatcher: LOCAL },
  void: { 'duty-officer': LOCAL, source: EVERY },
  close: { 'duty-officer': LOCAL, source: EVERY },
  'force-close': { leader: EVERY },
  'ask-extension': { department: EVERY, source: EVERY },
  'ask-return': { department: EVERY, source: EVERY },
  'ask-suspension': { department: EVERY, source: EVERY },
  'ask-void': { department: EVERY, operator: LOCAL, dispatcher: LOCAL, source: EVERY },
  'ask-appeal': { department: EVERY, source: EVERY },
  'answer-extension': { dispatcher: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  'answer-return': { dispatcher: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  'answer-suspension': { dispatcher: LOCAL, 'duty-officer': LOCAL, source: EVERY },
  'answer-void': { 'duty-officer': LOCAL, source: EVERY },
  // What is assessed is the supervising level's business too.
  'answer-appeal': { leader: EVERY, 'duty-officer': EVERY, source: EVERY },
};

/** All rights in the order of the flow. */
export const RIGHTS = Object.keys(POLICY) as Right[];

const LETTER: Record<PostLevel, string> = { city: 'C', district: 'D', subdistrict: 'S' };

/** Whether a post has a right under a city's rules, wherever the case stands. */
export function isEntitled(
  post: Pick<Post, 'role' | 'level'>,
  right: Right,
  { command }: Pick<CaseRules, 'command'>,
): boolean {
  const levels = POLICY[right][post.role] ?? '';
  return levels.includes(LETTER[post.level]) || (command === 'two-level' && post.level === 'city' && levels !== '');
}

/** The kinds of request that a post answers under a city's rules. */
export function answeredKinds(post: Pick<Post, 'role' | 'level'>, rules: Pick<CaseRules, 'command'>): RequestKind[] {
  return REQUEST_KINDS.filter((kind) => isEntitled(post, `answer-${kind}`, rules));
}

/** Whether any level of a role has a right. */
export function isOfRole(role: Role, right: Right): boolean {
  return POLICY[right][role] !== undefined;
}

/** What may be done to a case whose stages are run elsewhere: it is urged, supervised and remarked on. */
const FOR_TOLD: readonly Right[] = ['urge', 'supervise', 'lift-supervision', 'reply', 'comment'];

/** Whether a right can be exercised on a case that another system runs. */
export function isForTold(right: Right): boolean {
  return FOR_TOLD.includes(right);
}

/** The move that a right is exercised by. */
export function moveNameOf(right: Right): MoveName {
  if (right === 'force-close' || right === 'close-self-handled') return 'close';
  if (right.startsWith('ask-')) return 'ask';
  return right.startsWith('answer-') ? 'answer' : (right as MoveName);
}

/** The right that a move needs on a case. */
export function rightFor(move: Exclude<Move, { move: 'answer' }>, state: CaseState): Right {
  if (move.move === 'ask') return `ask-${move.kind}`;
  if (move.move !== 'close') return move.move;
  if (move.forced) return 'force-close';
  return isToAudit(state) ? 'close-self-handled' : 'close';
}

/** Whether a case was put right on the spot and waits for its audit. */
export function isToAudit(state: CaseState): boolean {
  return state.phase === 'accept' && state.selfHandled === true;
}

/** The kind that a right to ask or to answer is about; null for any other. */
export function requestKindOf(right: Right): RequestKind | null {
  return REQUEST_KINDS.find((kind) => right === `ask-${kind}` || right === `answer-${kind}`) ?? null;
}

/** The kind of request that asks for what a right gives at once; null where nothing is asked for like that. */
export function askedAs(right: Right): RequestKind | null {
  return REQUEST_KINDS.find((kind) => kind !== 'appeal' && GRANTED_AS[kind] === right) ?? null;
}
