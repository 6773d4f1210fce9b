import type { PlaylistEntry } from '#domain/wall/program.ts';
import type { Scene } from '#domain/wall/scene.ts';

/** What the picture knows that decides whether a scene has anything to show. */
export type Seen = {
  hasPlace: (code: string) => boolean;
  openOfCategory: (key: string, scope: string) => number;
  isOpenCase: (number: string) => boolean;
  hasTeams: (scope: string) => boolean;
  /** Whether any case was open on a day that is over; undefined: within the last 24 hours. */
  wasAnyOpen: (day: string | undefined, scope: string) => boolean;
};

/** Whether a scene would stand empty on a wall of this scope. */
export function isEmptyScene({ kind, target }: Scene, scope: string, seen: Seen): boolean {
  switch (kind) {
    case 'district':
    case 'subdistrict':
      return target === undefined || !seen.hasPlace(target);
    case 'category':
      return target === undefined || seen.openOfCategory(target, scope) === 0;
    case 'incident':
      return target === undefined || !seen.isOpenCase(target);
    case 'teams':
      return !seen.hasTeams(scope);
    case 'replay':
      return !seen.wasAnyOpen(target, scope);
    case 'overview':
    case 'leagues':
      return false;
  }
}

/** Entries of a playlist that have nothing to show, by their place in it. */
export function emptyEntries(playlist: readonly PlaylistEntry[], scope: string, seen: Seen): number[] {
  return playlist.flatMap(({ scene }, index) => (isEmptyScene(scene, scope, seen) ? [index] : []));
}
