import { isInRing, signedArea } from '#domain/place/ring.ts';
import { keepSide } from '../../prisma/seed/places/build/half-plane.ts';
import { thin } from './thin.ts';

/** What the widest wall shows around Tianjin, and where the coast is wanted as fine as the source has it (degrees). */
const AROUND = { west: 112.5, south: 36.5, east: 122, north: 41.8 };
const NEAR = { west: 117, south: 38.3, east: 118.6, north: 39.5 };
/** Far coasts keep bends of about 600 m, and islands from about 4 km². */
const FAR_BEND = 0.006;
const FAR_ISLAND = 0.0004;

/** npm @geo-maps/earth-seas-100m: outer rings and their islands, degrees. */
export type Seas = { geometries: { coordinates: number[][][][] }[] };

/** The sea around Tianjin, cut out of all seas: polygons in microdegrees, the outer ring first, then its islands. */
export function collectSea(seas: Seas): number[][][] {
  const polygons = seas.geometries.flatMap(({ coordinates }) => coordinates);
  const outers = polygons.flatMap(([outer]) => (outer === undefined ? [] : cutOut(outer)));
  const islands = polygons
    .flatMap(([, ...inner]) => inner.flatMap(cutOut))
    .filter((ring) => signedArea(ring) > FAR_ISLAND);
  return outers
    .map((outer) => [outer, ...islands.filter((island) => isInRing(outer, island[0] as number, island[1] as number))])
    .map((rings) => rings.map((ring) => ring.map((value) => Math.round(value * 1e6))));
}

function cutOut(closed: number[][]): number[][] {
  if (closed.every(([lon, lat]) => !isWithin(AROUND, lon as number, lat as number))) return [];
  const ring = closed.slice(0, -1).flatMap(([lon, lat]) => [lon as number, lat as number]);
  const sides = [[-1, 0, -AROUND.west], [1, 0, AROUND.east], [0, -1, -AROUND.south], [0, 1, AROUND.north]] as const; // prettier-ignore
  let parts = [signedArea(ring) > 0 ? ring : backwards(ring)];
  for (const [a, b, c] of sides) parts = parts.flatMap((part) => keepSide(part, a, b, c));
  return parts
    .map((part) => thin(part, FAR_BEND, (lon, lat) => isWithin(NEAR, lon, lat)))
    .filter((part) => part.length >= 6);
}

function isWithin(box: typeof AROUND, lon: number, lat: number): boolean {
  return lon > box.west && lon < box.east && lat > box.south && lat < box.north;
}

function backwards(ring: number[]): number[] {
  const out: number[] = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) out.push(ring[i] as number, ring[i + 1] as number);
  return out;
}
