import { isCityCode } from '../place/code.ts';
import type { PlaceScope, Principal, Role } from './role.ts';

/** Levels at which a post is held: the city's centres, a district's, a subdistrict's (两级监督 counts the first two). */
export const POST_LEVELS = ['city', 'district', 'subdistrict'] as const;
export type PostLevel = (typeof POST_LEVELS)[number];

/** What decides which moves somebody may make: the role, the level of the place it is held for, the own department. */
export type Post = { role: Role; level: PostLevel; department: string | null };

/** The level of a reach: codes that end in `0000` are cities, six digits a district, more of them a subdistrict. */
export function levelOfScope(scope: PlaceScope): PostLevel {
  if (isCityCode(scope)) return 'city';
  return scope.length <= 6 ? 'district' : 'subdistrict';
}

export function postOf(who: Pick<Principal, 'role' | 'scope' | 'department'>): Post {
  return { role: who.role, level: levelOfScope(who.scope), department: who.department };
}
