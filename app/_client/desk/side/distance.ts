const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180;

/**
 * Metres between two points (degrees, WGS-84) on a plane laid at the first one: within a city it is off by less than a
 * metre in a thousand.
 */
export function metresBetween(lon: number, lat: number, toLon: number, toLat: number): number {
  const x = (toLon - lon) * RADIANS * Math.cos(((lat + toLat) / 2) * RADIANS);
  const y = (toLat - lat) * RADIANS;
  return Math.sqrt(x * x + y * y) * EARTH_RADIUS_M;
}
