import type { PlacesCheck } from '#domain/place/incoming/check-places.ts';
import type { PlaceProblem } from '#domain/place/incoming/feature.ts';
import type { ReadPlace } from '#domain/place/incoming/read-places.ts';
import { outlineOf } from '#domain/place/outline.ts';
import type { Outline } from '#domain/place/place.ts';

/** Where a problem lies, as GeoJSON in degrees WGS-84. */
export type ProblemShape = Outline | { type: 'Point'; coordinates: [number, number] };

/**
 * Says where a problem lies: the ground of a gap, an overlap or what lies outside; else the outline of the place that it
 * is about; else a point. Null for what is about the file as a whole.
 */
export function problemShapes({ accepted, rejected }: PlacesCheck): (problem: PlaceProblem) => ProblemShape | null {
  const byLine = new Map<number, ReadPlace>([...accepted, ...rejected].map((place) => [place.line, place]));
  return ({ outline, line, at }) => {
    if (outline !== null) return { type: 'Polygon', coordinates: outline };
    const parts = line === null ? null : (byLine.get(line)?.parts ?? null);
    const shape = parts === null || parts.length === 0 ? null : outlineOf(parts);
    return shape ?? (at === null ? null : { type: 'Point', coordinates: at });
  };
}

/** A shape with at most so many corners a ring: enough to find it on a map, little to send. */
export function thinned(shape: ProblemShape | null, most = 200): ProblemShape | null {
  if (shape === null || shape.type === 'Point') return shape;
  if (shape.type === 'Polygon')
    return { type: 'Polygon', coordinates: shape.coordinates.map((ring) => few(ring, most)) };
  return { type: 'MultiPolygon', coordinates: shape.coordinates.map((rings) => rings.map((ring) => few(ring, most))) };
}

function few(ring: number[][], most: number): number[][] {
  if (ring.length <= most) return ring;
  const last = ring.length - 1;
  return Array.from({ length: most }, (_, index) => ring[Math.round((index / (most - 1)) * last)] as number[]);
}
