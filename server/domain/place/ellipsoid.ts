import type { Ring } from './ring.ts';

const MICRO_RADIANS = Math.PI / 180e6;
/** WGS-84: polar radius squared, eccentricity and its square. */
const POLAR_SQUARED = 6_356_752.314245 ** 2;
const E_SQUARED = 0.00669437999014;
const E = Math.sqrt(E_SQUARED);

/** Area in square metres of a ring in microdegrees, on the WGS-84 ellipsoid; parts add up to their whole. */
export function areaM2(ring: Ring): number {
  const corners = ring.length;
  let area = 0;
  for (let i = 0; i + 1 < corners; i += 2) {
    const j = (i + 2) % corners;
    const [latA, latB] = [ring[i + 1] as number, ring[j + 1] as number];
    const width = ((ring[j] as number) - (ring[i] as number)) * MICRO_RADIANS;
    if (width !== 0) area += (width * (zone(latA) + 4 * zone((latA + latB) / 2) + zone(latB))) / 6;
  }
  return Math.abs(area);
}

/** Area in m² between the equator and a parallel (microdegrees), for one radian of longitude. */
function zone(lat: number): number {
  const sine = Math.sin(lat * MICRO_RADIANS);
  return (POLAR_SQUARED / 2) * (sine / (1 - E_SQUARED * sine * sine) + Math.atanh(E * sine) / E);
}
