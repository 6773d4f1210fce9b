import type { TeamStore } from '../stores/team-store.ts';

/** Faster than this a team drives; slower ones are on foot or stand, and are dots. */
const DRIVING_MPS = 2.2;
/** Silent for longer than this, a team is drawn fainter. */
const SILENT_S = 300;

export type TeamMarks = {
  /** Teams that stand or walk, as pairs of degrees, with their opacity (0–255) by team. */
  dots: Float32Array;
  dotColours: Uint8ClampedArray;
  /** Teams that drive: positions, angle for an icon (degrees counter-clockwise from north). */
  arrows: Float32Array;
  angles: Float32Array;
  /** Pieces of trails: from and to as pairs of degrees, and colours that fade backwards. */
  trailFrom: Float32Array;
  trailTo: Float32Array;
  trailColours: Uint8ClampedArray;
};

/**
 * What is drawn of the teams at `now` (epoch s). `everyHeading`: seen from near, walkers have an arrow and a trail too;
 * from afar only those that drive, so that the map stays calm.
 */
export function teamMarks(
  teams: TeamStore,
  now: number,
  everyHeading: boolean,
  grey: readonly [number, number, number],
): TeamMarks {
  const dots: number[] = [];
  const dotColours: number[] = [];
  const arrows: number[] = [];
  const angles: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const colours: number[] = [];
  const points = teams.trailLngLat;
  for (let team = 0; team < teams.length; team++) {
    const lon = teams.lngLat[team * 2] as number;
    if (Number.isNaN(lon)) continue;
    const lat = teams.lngLat[team * 2 + 1] as number;
    const speed = teams.speed(team, now);
    const heading = teams.heading[team] as number;
    if (Number.isNaN(heading) || !(speed >= DRIVING_MPS || (everyHeading && speed > 0.3))) {
      dots.push(lon, lat);
      const silent = now - (teams.fixedAt[team] as number) > SILENT_S;
      dotColours.push(...grey, silent ? 90 : 220);
      continue;
    }
    arrows.push(lon, lat);
    angles.push(-heading);
    const length = teams.trailLength(team, now);
    let [lastLon, lastLat] = [lon, lat];
    for (let back = 0; back < length; back++) {
      const index = teams.trailIndex(team, back);
      const [pointLon, pointLat] = [points[index * 2] as number, points[index * 2 + 1] as number];
      from.push(lastLon, lastLat);
      to.push(pointLon, pointLat);
      colours.push(...grey, Math.round(130 * (1 - back / length)));
      [lastLon, lastLat] = [pointLon, pointLat];
    }
  }
  return {
    dots: Float32Array.from(dots),
    dotColours: Uint8ClampedArray.from(dotColours),
    arrows: Float32Array.from(arrows),
    angles: Float32Array.from(angles),
    trailFrom: Float32Array.from(from),
    trailTo: Float32Array.from(to),
    trailColours: Uint8ClampedArray.from(colours),
  };
}
