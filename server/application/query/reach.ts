import type { Principal } from '#domain/account/role.ts';
import type { Reach } from './store-queries.ts';

/** The department whose cases alone somebody sees; null for everybody who sees all of a place. */
export function departmentOf(who: Principal): string | null {
  return who.role === 'department' ? who.department : null;
}

export function reachOf(who: Principal): Reach {
  return { place: who.scope.endsWith('0000') ? null : who.scope, department: departmentOf(who) };
}
