import { z } from 'zod';
import { ENTRY_TYPES } from '#domain/gazetteer/entry.ts';
import { FOUND_BY } from '#domain/gazetteer/forward.ts';
import { locatedSchema, positionSchema } from './position.ts';
import { responsibilityGridSchema } from './responsibility.ts';

/** One place that a text may mean. Several of nearly one score are as likely: somebody must choose. */
export const geocodeCandidateSchema = z.object({
  key: z.string(),
  type: z.enum(ENTRY_TYPES),
  nameZh: z.string(),
  nameEn: z.string(),
  position: positionSchema,
  place: locatedSchema,
  score: z.number().min(0).max(1),
  foundBy: z.enum(FOUND_BY).meta({ description: 'How the position was found' }),
  moved: z.boolean().meta({ description: 'Moved by the direction and distance that the text gives' }),
  approximate: z.boolean().meta({ description: 'Not the surveyed position of the named place itself' }),
});

export const geocodeAnswerSchema = z.object({
  candidates: z.array(geocodeCandidateSchema),
  reason: z.enum(['no-text', 'nothing-alike']).nullable().meta({ description: 'Why there is no candidate' }),
});

const namedNearSchema = z.object({
  key: z.string(),
  type: z.enum(ENTRY_TYPES),
  nameZh: z.string(),
  nameEn: z.string(),
  direction: z.number().int().min(0).max(7).meta({ description: '0 north, then clockwise in eighths' }),
  metres: z.number(),
  approximate: z.boolean(),
});

/** Where a point lies, in codes, in named places and in one sentence of each language. */
export const reverseAnswerSchema = z.object({
  position: positionSchema,
  place: locatedSchema,
  responsibilityGrid: responsibilityGridSchema.nullable(),
  divisions: z.array(z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() })).readonly(),
  road: namedNearSchema.nullable(),
  plate: namedNearSchema.nullable(),
  named: namedNearSchema.nullable(),
  zh: z.string(),
  en: z.string(),
});
