import { isCityCode } from '../place/code.ts';

/** The reach of what belongs to no one place, such as a file of cases: everything. */
export const EVERYWHERE = '000000';
import type { PlaceScope } from './role.ts';

/**
 * Whether an account's reach covers a place. City codes end in `0000` and cover everything; below them a place's code
 * begins with its parent's (GB/T 30428.1), so a district covers its subdistricts, communities and grids.
 */
export function covers(scope: PlaceScope, placeCode: string): boolean {
  return isCityCode(scope) || placeCode === scope || (scope.length >= 6 && placeCode.startsWith(scope));
}
