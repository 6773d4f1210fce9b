import type { TeamColumns } from '#wire/columns.ts';
import { Signal } from './signal.ts';

/** Points of a trail: at most this many, no closer together than this, none older than this. */
export const TRAIL_POINTS = 12;
const TRAIL_STEP_M = 25;
const TRAIL_AGE_S = 180;
const METRES_PER_DEGREE = 111_320;

/**
 * Latest positions of all teams by roster ordinal, and a short trail of each in a ring of fixed size. Degrees as pairs;
 * a team never heard has NaN.
 */
export class TeamStore extends Signal {
  rosterVersion = -1;
  length = 0;
  lngLat = new Float32Array(0);
  /** Degrees clockwise from north, NaN when unknown. */
  heading = new Float32Array(0);
  /** Epoch seconds of the fix; 0 = never heard. */
  fixedAt = new Uint32Array(0);
  dataAt = 0;
  /** Ring of TRAIL_POINTS per team: pairs of degrees, the instant (epoch s) and how many points were ever put. */
  trailLngLat = new Float32Array(0);
  trailAt = new Uint32Array(0);
  trailCount = new Uint32Array(0);

  replace(teams: TeamColumns, dataAt: number): void {
    if (teams.rosterVersion !== this.rosterVersion || teams.length !== this.length) this.#restart(teams);
    for (let team = 0; team < teams.length; team++) {
      const fixedAt = teams.fixedAt[team] as number;
      this.fixedAt[team] = fixedAt;
      const heading = teams.heading[team] as number;
      this.heading[team] = heading === 255 ? NaN : heading * 2;
      if (fixedAt === 0) continue;
      const lon = (teams.lon[team] as number) / 1e6;
      const lat = (teams.lat[team] as number) / 1e6;
      this.lngLat[team * 2] = lon;
      this.lngLat[team * 2 + 1] = lat;
      this.#trail(team, lon, lat, fixedAt);
    }
    this.dataAt = dataAt;
    this.changed();
  }

  /**
   * How far a team came over its trail as the crow flies, in metres a second; 0 when it stands or the trail is old.
   * `now` in epoch seconds.
   */
  speed(team: number, now: number): number {
    const count = Math.min(this.trailCount[team] ?? 0, TRAIL_POINTS);
    if (count < 2) return 0;
    const newest = this.trailIndex(team, 0);
    const before = this.trailIndex(team, Math.min(3, count - 1));
    const seconds = (this.trailAt[newest] as number) - (this.trailAt[before] as number);
    if (seconds <= 0 || now - (this.trailAt[newest] as number) > 60) return 0;
    return this.#distance(newest, before) / seconds;
  }

  /** Index into the ring of a team's `back`-th newest point. */
  trailIndex(team: number, back: number): number {
    const slot = ((this.trailCount[team] as number) - 1 - back) % TRAIL_POINTS;
    return team * TRAIL_POINTS + slot;
  }

  /** How many points of a team's trail still count at `now` (epoch seconds). */
  trailLength(team: number, now: number): number {
    const count = Math.min(this.trailCount[team] ?? 0, TRAIL_POINTS);
    let kept = 0;
    while (kept < count && now - (this.trailAt[this.trailIndex(team, kept)] as number) <= TRAIL_AGE_S) kept += 1;
    return kept;
  }

  #trail(team: number, lon: number, lat: number, at: number): void {
    const count = this.trailCount[team] as number;
    if (count > 0) {
      const last = this.trailIndex(team, 0);
      const metres = metresBetween(
        lon,
        lat,
        this.trailLngLat[last * 2] as number,
        this.trailLngLat[last * 2 + 1] as number,
      );
      if (metres < TRAIL_STEP_M || at <= (this.trailAt[last] as number)) return;
    }
    const next = team * TRAIL_POINTS + (count % TRAIL_POINTS);
    this.trailLngLat[next * 2] = lon;
    this.trailLngLat[next * 2 + 1] = lat;
    this.trailAt[next] = at;
    this.trailCount[team] = count + 1;
  }

  #distance(a: number, b: number): number {
    const points = this.trailLngLat;
    return metresBetween(
      points[a * 2] as number,
      points[a * 2 + 1] as number,
      points[b * 2] as number,
      points[b * 2 + 1] as number,
    );
  }

  #restart(teams: TeamColumns): void {
    this.rosterVersion = teams.rosterVersion;
    this.length = teams.length;
    this.lngLat = new Float32Array(teams.length * 2).fill(NaN);
    this.heading = new Float32Array(teams.length).fill(NaN);
    this.fixedAt = new Uint32Array(teams.length);
    this.trailLngLat = new Float32Array(teams.length * TRAIL_POINTS * 2);
    this.trailAt = new Uint32Array(teams.length * TRAIL_POINTS);
    this.trailCount = new Uint32Array(teams.length);
  }
}

function metresBetween(lonA: number, latA: number, lonB: number, latB: number): number {
  const east = (lonB - lonA) * Math.cos((latA * Math.PI) / 180);
  return Math.hypot(east, latB - latA) * METRES_PER_DEGREE;
}
