import { TRAIL_POINTS, type TeamStore } from '../../stores/team-store.ts';

/** Faster than this a team drives; slower ones are on foot or stand, and are dots. */
const DRIVING_MPS = 2.2;
const WALKING_MPS = 0.3;
/** Up to this age a position is drawn in full; then it fades until the team counts as silent. */
const FRESH_S = 60;
/** Not heard for longer than this, a team is silent. The server counts the same (figures.teams). */
export const SILENT_S = 300;
const FULL = 220;
const FADED = 110;
/** A silent team outside working hours: nobody expects to hear from it. */
const OFF_DUTY = 70;
const TRAIL = 130;

/** What stands of the teams: arrays that are used again, of which so many entries count. */
export class TeamMarks {
  /** Teams that stand or walk: pairs of degrees and colours. */
  dots = 0;
  dotLngLat = new Float32Array(0);
  dotColours = new Uint8ClampedArray(0);
  /** Teams that drive: also the angle for an icon (degrees counter-clockwise from north). */
  arrows = 0;
  arrowLngLat = new Float32Array(0);
  angles = new Float32Array(0);
  /** Teams not heard for long, where they were heard last. */
  silent = 0;
  silentLngLat = new Float32Array(0);
  silentColours = new Uint8ClampedArray(0);
  /** Pieces of trails: from and to as pairs of degrees, and colours that fade backwards. */
  pieces = 0;
  trailFrom = new Float32Array(0);
  trailTo = new Float32Array(0);
  trailColours = new Uint8ClampedArray(0);

  /**
   * Draws the teams as they are at `now` (epoch s). `everyHeading`: seen from near, walkers have an arrow and a trail
   * too; from afar only those that drive, so that the map stays calm. `working`: whether teams are expected to be out.
   */
  draw(
    teams: TeamStore,
    now: number,
    { everyHeading, working, grey }: { everyHeading: boolean; working: boolean; grey: readonly number[] },
  ): void {
    this.#makeRoom(teams.length);
    this.dots = this.arrows = this.silent = this.pieces = 0;
    for (let team = 0; team < teams.length; team++) {
      const lon = teams.lngLat[team * 2] as number;
      if (Number.isNaN(lon)) continue;
      const lat = teams.lngLat[team * 2 + 1] as number;
      const age = now - (teams.fixedAt[team] as number);
      if (age > SILENT_S) {
        put(this.silentLngLat, this.silent, lon, lat);
        colour(this.silentColours, this.silent, grey, working ? FADED : OFF_DUTY);
        this.silent += 1;
        continue;
      }
      const heading = teams.heading[team] as number;
      const speed = Number.isNaN(heading) ? 0 : teams.speed(team, now);
      if (speed >= DRIVING_MPS || (everyHeading && speed > WALKING_MPS)) {
        put(this.arrowLngLat, this.arrows, lon, lat);
        this.angles[this.arrows] = -heading;
        this.arrows += 1;
        this.#trail(teams, team, now, lon, lat, grey);
        continue;
      }
      put(this.dotLngLat, this.dots, lon, lat);
      const faded = Math.min(1, Math.max(0, (age - FRESH_S) / (SILENT_S - FRESH_S)));
      colour(this.dotColours, this.dots, grey, FULL - (FULL - FADED) * faded);
      this.dots += 1;
    }
  }

  #trail(teams: TeamStore, team: number, now: number, lon: number, lat: number, grey: readonly number[]): void {
    const points = teams.trailLngLat;
    const length = teams.trailLength(team, now);
    let [lastLon, lastLat] = [lon, lat];
    for (let back = 0; back < length; back++) {
      const index = teams.trailIndex(team, back) * 2;
      const [pointLon, pointLat] = [points[index] as number, points[index + 1] as number];
      put(this.trailFrom, this.pieces, lastLon, lastLat);
      put(this.trailTo, this.pieces, pointLon, pointLat);
      colour(this.trailColours, this.pieces, grey, TRAIL * (1 - back / length));
      this.pieces += 1;
      [lastLon, lastLat] = [pointLon, pointLat];
    }
  }

  #makeRoom(teams: number): void {
    if (this.angles.length >= teams) return;
    this.dotLngLat = new Float32Array(teams * 2);
    this.dotColours = new Uint8ClampedArray(teams * 4);
    this.arrowLngLat = new Float32Array(teams * 2);
    this.angles = new Float32Array(teams);
    this.silentLngLat = new Float32Array(teams * 2);
    this.silentColours = new Uint8ClampedArray(teams * 4);
    this.trailFrom = new Float32Array(teams * TRAIL_POINTS * 2);
    this.trailTo = new Float32Array(teams * TRAIL_POINTS * 2);
    this.trailColours = new Uint8ClampedArray(teams * TRAIL_POINTS * 4);
  }
}

function put(pairs: Float32Array, index: number, lon: number, lat: number): void {
  pairs[index * 2] = lon;
  pairs[index * 2 + 1] = lat;
}

function colour(colours: Uint8ClampedArray, index: number, rgb: readonly number[], alpha: number): void {
  colours[index * 4] = rgb[0] as number;
  colours[index * 4 + 1] = rgb[1] as number;
  colours[index * 4 + 2] = rgb[2] as number;
  colours[index * 4 + 3] = alpha;
}
