/**
 * Local planes in metres, east and north of a city's middle, straight lines staying straight. Lengths are right within
 * 1.5 % some 80 km around; areas that are stored are measured on the ellipsoid instead (`areaM2`).
 * Only + - * / and square roots are used to make shapes, so that every machine makes the same ones.
 */
import type { Ring } from '#domain/place/ring.ts';

/** Origin in microdegrees, and metres in a microdegree east and north. */
export type Plane = { readonly lon: number; readonly lat: number; readonly east: number; readonly north: number };

/** Around 117.3° E 39.3° N. */
export const TIANJIN_PLANE: Plane = { lon: 117_300_000, lat: 39_300_000, east: 0.086263, north: 0.111026 };

/** A plane around a point in degrees. Its scales are rounded, so that no machine's cosine makes another shape. */
export function planeAround(lon: number, lat: number): Plane {
  const phi = (lat * Math.PI) / 180;
  const scale = (metres: number): number => Math.round(metres) / 1e6;
  return {
    lon: Math.round(lon * 1e6),
    lat: Math.round(lat * 1e6),
    east: scale(111_413 * Math.cos(phi) - 93.5 * Math.cos(3 * phi)),
    north: scale(111_133 - 560 * Math.cos(2 * phi)),
  };
}

/** Microdegrees to metres. */
export function toPlane({ lon, lat, east, north }: Plane, ring: Ring): number[] {
  const out: number[] = [];
  for (let i = 0; i + 1 < ring.length; i += 2)
    out.push(((ring[i] as number) - lon) * east, ((ring[i + 1] as number) - lat) * north);
  return out;
}

/** Metres to whole microdegrees, corners that fall together merged. */
export function toMicrodegrees({ lon, lat, east, north }: Plane, ring: Ring): number[] {
  const out: number[] = [];
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const x = Math.round((ring[i] as number) / east + lon);
    const y = Math.round((ring[i + 1] as number) / north + lat);
    if (out.at(-2) !== x || out.at(-1) !== y) out.push(x, y);
  }
  if (out.length > 2 && out[0] === out.at(-2) && out[1] === out.at(-1)) out.length -= 2;
  return out;
}

/** A point in degrees to metres. */
export function pointToPlane(plane: Plane, lon: number, lat: number): [number, number] {
  return [(lon * 1e6 - plane.lon) * plane.east, (lat * 1e6 - plane.lat) * plane.north];
}
