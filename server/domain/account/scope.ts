import type { PlaceScope } from './role.ts';

/**
 * Whether an account's reach covers a place. City codes end in `0000` and cover everything; below them a place's code
 * begins with its parent's (GB/T 30428.1), so a district covers its subdistricts, communities and grids.
 */
export function covers(scope: PlaceScope, placeCode: string): boolean {
  return scope.endsWith('0000') || placeCode === scope || (scope.length >= 6 && placeCode.startsWith(scope));
}
