/**
 * A local plane in metres, east and north of 117.3° E 39.3° N, straight lines staying straight. Lengths are right
 * within 1.5 % over all of Tianjin; areas that are stored are measured on the ellipsoid instead (`areaM2`).
 * Only + - * / and square roots are used to make shapes, so that every machine makes the same ones.
 */
import { signedArea, type Ring } from '#domain/place/ring.ts';

const ORIGIN_LON = 117_300_000;
const ORIGIN_LAT = 39_300_000;
/** Metres in a microdegree at 39.3° N. */
const EAST = 0.086263;
const NORTH = 0.111026;
const RADIANS = Math.PI / 180;

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

/** Area in square metres of a ring in microdegrees, on the WGS-84 ellipsoid at the ring's own latitude. */
export function areaM2(ring: Ring): number {
  let south = Infinity;
  let north = -Infinity;
  for (let i = 1; i < ring.length; i += 2) {
    south = Math.min(south, ring[i] as number);
    north = Math.max(north, ring[i] as number);
  }
  const lat = ((south + north) / 2e6) * RADIANS;
  const eastMetres = 111_412.84 * Math.cos(lat) - 93.5 * Math.cos(3 * lat);
  const northMetres = 111_132.954 - 559.822 * Math.cos(2 * lat) + 1.175 * Math.cos(4 * lat);
  return Math.abs(signedArea(ring)) * (eastMetres / 1e6) * (northMetres / 1e6);
}
