import { distanceMetres } from '#domain/place/distance.ts';
import type { Position } from '#domain/place/position.ts';
import type { Random } from './random.ts';

/** Somebody on the way: where, to which corners yet, how fast (m/s) and until when (epoch ms) standing still. */
export type Mover = {
  at: number;
  position: Position;
  /** Next corners; the last is where it wants to be. */
  way: Position[];
  speed: number;
  heading: number | null;
  standsUntil: number;
  moving: boolean;
};

const METRES_A_DEGREE = 111_195;

/** A mover that stands somewhere. */
export function standing(position: Position, at: number): Mover {
  return { at, position, way: [], speed: 0, heading: null, standsUntil: at, moving: false };
}

/** Sets out: along one street, then the crossing one. */
export function setOut(mover: Mover, to: Position, speed: number, random: Random): void {
  const { position: from } = mover;
  const corner = random.chance(0.5) ? { lon: to.lon, lat: from.lat } : { lon: from.lon, lat: to.lat };
  mover.way = [corner, to].filter((point, i, all) => distanceMetres(point, i === 0 ? from : all[0]!) > 1);
  mover.speed = speed;
}

/** Moves on to an instant. Returns whether it has arrived: it then stands and has no way left. */
export function moveOn(mover: Mover, until: number): boolean {
  const from = Math.max(mover.at, mover.standsUntil);
  mover.at = until;
  mover.moving = false;
  if (until <= from || mover.way.length === 0) return mover.way.length === 0 && until >= mover.standsUntil;
  let metres = ((until - from) / 1000) * mover.speed;
  while (metres > 0) {
    const next = mover.way[0];
    if (next === undefined) break;
    const left = distanceMetres(mover.position, next);
    mover.heading = headingTo(mover.position, next) ?? mover.heading;
    mover.moving = true;
    if (left > metres) {
      const share = metres / left;
      mover.position = {
        lon: mover.position.lon + (next.lon - mover.position.lon) * share,
        lat: mover.position.lat + (next.lat - mover.position.lat) * share,
      };
      return false;
    }
    metres -= left;
    mover.position = next;
    mover.way.shift();
  }
  return true;
}

/** What a receiver makes of a place: some metres off. */
export function withNoise({ lon, lat }: Position, metres: number, random: Random): Position {
  return {
    lon: lon + (random.normal() * metres) / (METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180)),
    lat: lat + (random.normal() * metres) / METRES_A_DEGREE,
  };
}

/** Degrees clockwise from north, null for no distance. */
function headingTo(from: Position, to: Position): number | null {
  const east = (to.lon - from.lon) * Math.cos((from.lat * Math.PI) / 180);
  const north = to.lat - from.lat;
  if (east === 0 && north === 0) return null;
  return (Math.atan2(east, north) * (180 / Math.PI) + 360) % 360;
}
