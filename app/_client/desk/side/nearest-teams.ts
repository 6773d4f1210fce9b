import { metresBetween } from './distance.ts';

/** Positions of teams by roster ordinal, as the live store keeps them: degrees as pairs, NaN heading = unknown. */
export type TeamPositions = {
  readonly length: number;
  readonly lngLat: Float32Array;
  readonly heading: Float32Array;
  /** Epoch seconds of the fix; 0 = never heard. */
  readonly fixedAt: Uint32Array;
};

/** A team by its place in the roster, how far it is (straight line) and when it was there (epoch ms). */
export type NearTeam = {
  readonly ordinal: number;
  readonly metres: number;
  readonly fixedAt: number;
  readonly lon: number;
  readonly lat: number;
  /** Degrees clockwise from north; null when unknown. */
  readonly heading: number | null;
};

/** The nearest teams to a point (degrees), nearest first. Teams never heard of are left out. */
export function nearestTeams(teams: TeamPositions, lon: number, lat: number, count: number): NearTeam[] {
  const found: NearTeam[] = [];
  for (let ordinal = 0; ordinal < teams.length; ordinal++) {
    const fixedAt = teams.fixedAt[ordinal] as number;
    if (fixedAt === 0) continue;
    const teamLon = teams.lngLat[ordinal * 2] as number;
    const teamLat = teams.lngLat[ordinal * 2 + 1] as number;
    const metres = metresBetween(lon, lat, teamLon, teamLat);
    if (found.length === count && metres >= (found.at(-1)?.metres ?? Infinity)) continue;
    const heading = teams.heading[ordinal] as number;
    const place = found.findIndex((other) => other.metres > metres);
    found.splice(place === -1 ? found.length : place, 0, {
      ordinal,
      metres,
      fixedAt: fixedAt * 1000,
      lon: teamLon,
      lat: teamLat,
      heading: Number.isNaN(heading) ? null : heading,
    });
    if (found.length > count) found.pop();
  }
  return found;
}
