import type { Geometry } from 'geojson';
import type { z } from 'zod';
import type { placeProblemsSchema } from '#wire/http/lists.ts';
import type { placesAnswerSchema, placeSchema } from '#wire/http/place.ts';

export type PlaceProblemsAnswer = z.infer<typeof placeProblemsSchema>;
export type Place = z.infer<typeof placeSchema>;
export type PlacesAnswer = z.infer<typeof placesAnswerSchema>;

/** A place's outline; null where it was not asked for or nobody brought one. */
export function geometryOf({ geometry }: Place): Geometry | null {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry)) return null;
  return geometry as Geometry;
}
