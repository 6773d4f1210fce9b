import { z } from 'zod';
import { toWgs84, type Datum } from '#domain/place/datum.ts';
import { partsOf } from '#domain/place/outline.ts';
import { signedArea } from '#domain/place/ring.ts';

const ring = z.array(z.array(z.number()).min(2)).min(4);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);
const collection = z.object({
  features: z.array(z.object({ properties: z.object({ code: z.coerce.string() }), geometry })),
});

type Outlines = Record<string, number[][]>;

/**
 * The outer rings of each district, microdegrees in WGS-84, counter-clockwise, from a GeoJSON collection whose features
 * carry `code`. Holes are filled. `problem`: what is wrong, in words; null when all districts have an outline.
 */
export function readDistrictOutlines(
  given: unknown,
  codes: readonly string[],
  datum: Datum,
): { outlines: Outlines; problem: string | null } {
  const read = collection.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { outlines: {}, problem: `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? ''}` };
  }
  const outlines: Outlines = {};
  for (const { properties, geometry: shape } of read.data.features) {
    const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
    try {
      const converted = polygons.map(([outer = []]) => [outer.map(([lon, lat]) => converted84(lon, lat, datum))]);
      const rings = partsOf({ type: 'MultiPolygon', coordinates: converted }).map(([outer = []]) =>
        anticlockwise(outer),
      );
      (outlines[properties.code] ??= []).push(...rings);
    } catch (error) {
      return {
        outlines,
        problem: `${properties.code}: ${error instanceof Error ? error.message : 'a broken outline'}`,
      };
    }
  }
  const missing = codes.find((code) => outlines[code] === undefined);
  return { outlines, problem: missing === undefined ? null : `has no outline of ${missing}` };
}

function converted84(lon = NaN, lat = NaN, datum: Datum): number[] {
  const position = toWgs84(lon, lat, datum);
  return [position.lon, position.lat];
}

function anticlockwise(flat: number[]): number[] {
  if (signedArea(flat) >= 0) return flat;
  const turned: number[] = [];
  for (let i = flat.length - 2; i >= 0; i -= 2) turned.push(flat[i] as number, flat[i + 1] as number);
  return turned;
}
