import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Position } from '#domain/place/position.ts';

const METRES_PER_DEGREE = 111_195;
/** How far inside its edge a facility stands: the width of a pavement. */
const INSET_METRES = 5;
const MICRO = 1e6;

/**
 * A point just inside a place's outline, `share` (0 to 1) of the way round it: edges of unit grids are streets, and
 * facilities stand along them. The place's middle where the outline is too narrow there, or is not known.
 */
export function besideEdge(places: PlaceIndex, ordinal: number, share: number): Position {
  const middle = places.places[ordinal]?.centroid ?? { lon: 0, lat: 0 };
  const corners = cornersOf(places.partsAt(ordinal)[0]?.[0] ?? []);
  const scale = Math.cos((middle.lat * Math.PI) / 180);
  const lengths = corners.map((from, at) => {
    const to = corners[(at + 1) % corners.length] as Position;
    return Math.hypot((to.lon - from.lon) * scale, to.lat - from.lat);
  });
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (const [at, length] of lengths.entries()) {
    if (left >= length) {
      left -= length;
      continue;
    }
    const from = corners[at] as Position;
    const to = corners[(at + 1) % corners.length] as Position;
    const along = left / length;
    const edge = { lon: from.lon + (to.lon - from.lon) * along, lat: from.lat + (to.lat - from.lat) * along };
    const metres = Math.hypot((middle.lon - edge.lon) * scale, middle.lat - edge.lat) * METRES_PER_DEGREE;
    const inwards = metres === 0 ? 0 : Math.min(1, INSET_METRES / metres);
    const found = {
      lon: rounded(edge.lon + (middle.lon - edge.lon) * inwards),
      lat: rounded(edge.lat + (middle.lat - edge.lat) * inwards),
    };
    return places.locateOrdinal(found.lon, found.lat) === ordinal ? found : middle;
  }
  return middle;
}

function cornersOf(ring: ArrayLike<number>): Position[] {
  return Array.from({ length: ring.length / 2 }, (_, at) => ({
    lon: (ring[2 * at] as number) / MICRO,
    lat: (ring[2 * at + 1] as number) / MICRO,
  }));
}

function rounded(degrees: number): number {
  return Math.round(degrees * MICRO) / MICRO;
}
