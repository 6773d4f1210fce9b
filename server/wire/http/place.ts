import { z } from 'zod';
import { LEVELS } from '../level.ts';
import { locatedSchema } from './position.ts';
import { responsibilityGridSchema } from './responsibility.ts';

/** A place of the city's tree. Outlines marked `approximate` were computed, nobody published them. */
export const placeSchema = z.object({
  code: z.string(),
  parentCode: z.string().nullable(),
  level: z.enum(LEVELS),
  nameZh: z.string(),
  nameEn: z.string(),
  approximate: z.boolean(),
  hosting: z.enum(['central', 'federated']).nullable(),
  areaM2: z.number(),
  lon: z.number(),
  lat: z.number(),
  population: z.number().int().nullable(),
  geometry: z.unknown().optional().meta({ description: 'GeoJSON geometry, with geometry=1' }),
});

export const placesAnswerSchema = z.object({ places: z.array(placeSchema) });

/** Where a point lies. A point outside the city is no mistake: `inside` says so. */
export const locateAnswerSchema = z.object({
  lon: z.number(),
  lat: z.number(),
  place: locatedSchema,
  responsibilityGrid: responsibilityGridSchema.nullable().meta({ description: 'The one that its unit grid lies in' }),
});
