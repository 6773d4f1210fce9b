/**
 * A local plane in metres, east and north of 117.3° E 39.3° N, straight lines staying straight. Lengths are right
 * within 1.5 % over all of Tianjin; areas that are stored are measured on the ellipsoid instead (`areaM2`).
 * Only + - * / and square roots are used to make shapes, so that every machine makes the same ones.
 */
import type { Ring } from '#domain/place/ring.ts';

const ORIGIN_LON = 117_300_000;
const ORIGIN_LAT = 39_300_000;
/** Metres in a microdegree at 39.3° N. */
const EAST = 0.086263;
const NORTH = 0.111026;

/** Microdegrees to metres. */
export function toPlane(ring: Ring): number[] {
  const out: number[] = [];
  for (let i = 0; i + 1 < ring.length; i += 2)
    out.push(((ring[i] as number) - ORIGIN_LON) * EAST, ((ring[i + 1] as number) - ORIGIN_LAT) * NORTH);
  return out;
}

/** Metres to whole microdegrees, corners that fall together merged. */
export function toMicrodegrees(ring: Ring): number[] {
  const out: number[] = [];
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const x = Math.round((ring[i] as number) / EAST + ORIGIN_LON);
    const y = Math.round((ring[i + 1] as number) / NORTH + ORIGIN_LAT);
    if (out.at(-2) !== x || out.at(-1) !== y) out.push(x, y);
  }
  if (out.length > 2 && out[0] === out.at(-2) && out[1] === out.at(-1)) out.length -= 2;
  return out;
}

/** A point in degrees to metres. */
export function pointToPlane(lon: number, lat: number): [number, number] {
  return [(lon * 1e6 - ORIGIN_LON) * EAST, (lat * 1e6 - ORIGIN_LAT) * NORTH];
}
