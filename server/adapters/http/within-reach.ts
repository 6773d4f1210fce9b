import type { Principal } from '#domain/account/role.ts';
import { covers } from '#domain/account/scope.ts';
import { ProblemError } from './problem-error.ts';

/** The place that was asked about; null for none. @throws ProblemError where it lies outside the caller's reach. */
export function withinReach({ scope }: Principal, place: string | undefined): string | null {
  if (place === undefined) return null;
  if (!covers(scope, place)) {
    throw new ProblemError('not-allowed', `the place ${place} lies outside ${scope}`, { at: { field: 'place' } });
  }
  return place;
}

/** A case outside every district belongs to the city alone. */
export function isWithinReach({ scope }: Principal, districtCode: string | null): boolean {
  return covers(scope, districtCode ?? '') || (districtCode !== null && covers(districtCode, scope));
}
