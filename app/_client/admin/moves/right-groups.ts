import { POST_LEVELS, type PostLevel } from '#domain/account/post.ts';
import type { Role } from '#domain/account/role.ts';
import { isEntitled, RIGHTS, type Right } from '#domain/case/policy.ts';
import type { CaseRules } from '#domain/case/rules.ts';

/** Who moves cases, in the order of the flow. */
export const MOVING_ROLES = [
  'collector',
  'operator',
  'duty-officer',
  'dispatcher',
  'department',
  'leader',
  'source',
] as const satisfies readonly Role[];
export type MovingRole = (typeof MOVING_ROLES)[number];

const GROUPS = {
  in: ['accept', 'pass', 'decline', 'file', 'join', 'comment'],
  site: ['verify', 'check', 'self-handle', 'close-self-handled', 'send-team'],
  dispose: ['dispatch', 'feed-back', 'support', 'return', 'rework'],
  time: ['extend', 'shorten', 'suspend', 'resume'],
  watch: ['urge', 'supervise', 'reply', 'lift-supervision'],
  end: ['close', 'void', 'force-close'],
  ask: ['ask-extension', 'ask-return', 'ask-suspension', 'ask-void', 'ask-appeal'],
  answer: ['answer-extension', 'answer-return', 'answer-suspension', 'answer-void', 'answer-appeal'],
} as const satisfies Readonly<Record<string, readonly Right[]>>;
export type RightGroup = keyof typeof GROUPS;

/** All rights by what they are about; one that no group names stands at the end of the first. */
export function groupedRights(): { group: RightGroup; rights: readonly Right[] }[] {
  const named = new Set<Right>(Object.values(GROUPS).flat());
  const rest = RIGHTS.filter((right) => !named.has(right));
  return (Object.keys(GROUPS) as RightGroup[]).map((group, at) => ({
    group,
    rights: at === 0 ? [...GROUPS[group], ...rest] : GROUPS[group],
  }));
}

/** The levels at which a role has a right under a command. */
export function levelsOf(role: Role, right: Right, rules: Pick<CaseRules, 'command'>): PostLevel[] {
  return POST_LEVELS.filter((level) => isEntitled({ role, level }, right, rules));
}
