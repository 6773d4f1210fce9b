import { ROLES, type Role } from '#domain/account/role.ts';
import { MOVE_RULES, type MoveName } from '#domain/case/move.ts';
import { isForTold, isOfRole, type Right } from '#domain/case/policy.ts';
import type { CaseRules } from '#domain/case/rules.ts';
import { isEnd, type Stage } from '#domain/case/stage.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';

/** Why a move is not possible now: a word of `desk.closed`, with the stage from which it would be. */
export type ClosedReason =
  | {
      readonly why: 'ended' | 'told' | 'suspended' | 'not-suspended' | 'not-supervised' | 'extensions' | 'now';
    }
  | { readonly why: 'stage'; readonly stage: Stage }
  /** The posts that may, where the officer's own may not. */
  | { readonly why: 'post'; readonly posts: readonly Role[] };

type Facts = Pick<CaseDetailAnswer, 'summary' | 'suspended' | 'counts'>;

/** The posts of people that have a right at some level. */
export function postsOf(right: Right): readonly Role[] {
  return ROLES.filter((role) => role !== 'source' && isOfRole(role, right));
}

/** The first thing that stands in the way of a move, in words an officer can act on. */
export function closedReason(
  { summary, suspended, counts }: Facts,
  move: MoveName,
  role: Role,
  { maxExtensions }: Pick<CaseRules, 'maxExtensions'>,
): ClosedReason {
  const { phase } = summary;
  if (isEnd(phase)) return { why: 'ended' };
  if (move === 'ask' || move === 'answer') return { why: 'now' };
  if (summary.conduct === 'told' && !isForTold(move)) return { why: 'told' };
  if (!isOfRole(role, move)) return { why: 'post', posts: postsOf(move) };
  if (move === 'resume') return { why: 'not-suspended' };
  if (move === 'lift-supervision') return { why: 'not-supervised' };
  const rule = MOVE_RULES[move];
  const [first] = rule.from;
  if (first !== undefined && !rule.from.includes(phase)) return { why: 'stage', stage: first };
  if (suspended !== null && !rule.whileSuspended) return { why: 'suspended' };
  if (move === 'extend' && counts.extended >= maxExtensions) return { why: 'extensions' };
  return { why: 'now' };
}
