import { z } from 'zod';
import { LEVELS } from '../level.ts';
import { ATTESTATIONS } from '#domain/category/category.ts';
import { LIMIT_SEASONS } from '#domain/calendar/season.ts';
import { TRADES } from '#domain/department/department.ts';
import { limitSchema } from './case.ts';

/** Names behind the ordinals of binary topics: the position in a list is the ordinal. */
const calendarSchema = z
  .object({
    version: z.string(),
    zone: z.string(),
    workweek: z.array(z.number().int()).readonly(),
    hours: z.array(z.record(z.string(), z.unknown())).readonly(),
    specialDays: z.array(z.record(z.string(), z.unknown())).readonly(),
    publishedFrom: z.number().int().optional(),
    publishedThrough: z.number().int(),
    publishedAlso: z.array(z.number().int()).readonly().optional(),
    firstYear: z.number().int(),
    lastYear: z.number().int(),
    workingDayMs: z.number().optional(),
    seasons: z.record(z.string(), z.unknown()).optional().meta({ description: 'Seasons that limits wait for' }),
    districts: z
      .record(z.string(), z.record(z.string(), z.unknown()))
      .optional()
      .meta({ description: 'By district code: what its platform has of its own' }),
  })
  .meta({ description: 'When the city works: weekdays, hours, holidays and make-up workdays' });

export const dictionarySchema = z.object({
  version: z.string(),
  city: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
  places: z.array(
    z.object({
      code: z.string(),
      parentCode: z.string().nullable(),
      level: z.enum(LEVELS),
      nameZh: z.string(),
      nameEn: z.string(),
      lon: z.number(),
      lat: z.number(),
      areaM2: z.number(),
      approximate: z.boolean(),
      hosting: z.enum(['central', 'federated']).nullable(),
    }),
  ),
  categories: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(['component', 'event']),
      classCode: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      shortZh: z.string(),
      shortEn: z.string(),
      classZh: z.string(),
      classEn: z.string(),
      system: z.string().optional(),
      subCode: z.string().optional(),
      countsAs: z.string().optional(),
      attested: z.enum(ATTESTATIONS).optional(),
      retired: z.literal(true).optional(),
      conditions: z
        .array(
          z.object({
            no: z.number().int(),
            zh: z.string(),
            en: z.string(),
            closeZh: z.string(),
            closeEn: z.string(),
            limit: limitSchema,
            season: z.enum(LIMIT_SEASONS).optional(),
            retired: z.literal(true).optional(),
          }),
        )
        .optional(),
    }),
  ),
  departments: z.array(
    z.object({
      code: z.string(),
      districtCode: z.string().nullable(),
      subdistrictCode: z.string().nullable().optional(),
      trade: z.enum(TRADES).optional(),
      nameZh: z.string(),
      nameEn: z.string(),
      retired: z.literal(true).optional(),
    }),
  ),
  calendar: calendarSchema.optional(),
  sources: z.array(z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string(), simulated: z.boolean() })),
});
