import type { Outline, PolygonRings, ShapedPlace } from './place.ts';

const MICRO = 1e6;

/** Parts in microdegrees from GeoJSON coordinates in degrees. Throws RangeError where they are no polygon. */
export function partsOf(outline: Outline): number[][][] {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  return polygons.map((rings) => rings.map(flatRing));
}

/** GeoJSON geometry in degrees from parts in microdegrees; null where there are no parts. */
export function outlineOf(parts: ShapedPlace['parts']): Outline | null {
  const polygons = parts.map((rings) => rings.map(closedRing));
  if (polygons.length === 0) return null;
  if (polygons.length === 1) return { type: 'Polygon', coordinates: polygons[0] as PolygonRings };
  return { type: 'MultiPolygon', coordinates: polygons };
}

function flatRing(ring: number[][]): number[] {
  const flat: number[] = [];
  for (const point of ring) {
    const [lon, lat] = point;
    if (typeof lon !== 'number' || typeof lat !== 'number' || !(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90))
      throw new RangeError(`no longitude and latitude: ${JSON.stringify(point)}`);
    flat.push(Math.round(lon * MICRO), Math.round(lat * MICRO));
  }
  if (flat.length > 2 && flat[0] === flat.at(-2) && flat[1] === flat.at(-1)) flat.length -= 2;
  if (flat.length < 6) throw new RangeError('a ring needs three corners');
  return flat;
}

function closedRing(ring: ArrayLike<number>): number[][] {
  const points: number[][] = [];
  for (let i = 0; i + 1 < ring.length; i += 2)
    points.push([(ring[i] as number) / MICRO, (ring[i + 1] as number) / MICRO]);
  points.push([...(points[0] as number[])]);
  return points;
}
