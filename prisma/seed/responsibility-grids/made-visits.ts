import { distanceMetres } from '#domain/place/distance.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Rounds } from './made-grids.ts';

/** How far from where the rounds begin a shift leads, metres. */
const REACH_M = 800;
/** Share of the unit grids within reach that a shift leads through. */
const SHARE = 0.6;
const DEGREES = REACH_M / 80_000;

/**
 * Where the simulated collectors were in the shift before a demonstration's first start: most unit grids near where their
 * rounds begin, at instants spread over the shift. The same for the same shift.
 *
 * @param shift first and last instant, epoch ms.
 */
export function* madeVisits(
  places: PlaceIndex,
  rounds: readonly Rounds[],
  [from, to]: readonly [number, number],
): Generator<{ grid: string; team: string; at: number }> {
  for (const { code, home } of rounds) {
    const corner = (sign: number) => ({ lon: home.lon + sign * DEGREES, lat: home.lat + sign * DEGREES });
    for (const ordinal of places.within('grid', corner(-1), corner(1))) {
      const grid = places.places[ordinal];
      if (grid === undefined || distanceMetres(grid.centroid, home) > REACH_M) continue;
      const chance = spread(`${code} ${grid.code}`);
      if (chance > SHARE) continue;
      yield { grid: grid.code, team: code, at: Math.round(from + ((to - from) * chance) / SHARE) };
    }
  }
}

/** A number from 0 to 1 that a text always has (FNV-1a). */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
