import { isCityCode } from '#domain/place/code.ts';
import type { Principal } from '#domain/account/role.ts';

/**
 * Whose cases an answer may hold: those of a place of any level (null: all, those outside the city too), and for a
 * department only its own (null: everybody's).
 */
export type Reach = { place: string | null; department: string | null };

/** The whole city, everybody's cases. */
export const EVERYWHERE: Reach = { place: null, department: null };

/** The department whose cases alone somebody sees; null for everybody who sees all of a place. */
export function departmentOf(who: Principal): string | null {
  return who.role === 'department' ? who.department : null;
}

export function reachOf(who: Principal): Reach {
  return { place: isCityCode(who.scope) ? null : who.scope, department: departmentOf(who) };
}
