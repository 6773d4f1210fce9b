import { z } from 'zod';
import { STAGES } from '#domain/case/stage.ts';
import { LIMIT_SEASONS } from '#domain/calendar/season.ts';
import { TRADES } from '#domain/department/department.ts';
import { limitSchema } from './case.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });

/** A filing condition in use: what must be found to file, what must be so to close, and who has how long for it. */
export const handbookConditionSchema = z.object({
  category: z.string(),
  no: z.number().int(),
  condition: bilingual,
  close: bilingual,
  limit: limitSchema,
  season: z.enum(LIMIT_SEASONS).nullable().meta({ description: 'The limit runs in this season alone; null: all year' }),
  trade: z.enum(TRADES).meta({ description: 'The trade that as a rule disposes of it' }),
  department: z.string().meta({ description: 'The department as the handbook names it; may be empty' }),
  generic: z.boolean().meta({ description: 'The limit of a like category stands in for one that no city gives' }),
  source: z.string(),
});

/** The handbook in force. English wording is empty where nobody gave any. */
export const handbookSchema = z.object({
  version: z.string(),
  conditions: z.array(handbookConditionSchema),
  stageLimits: z.array(
    z.object({
      stage: z.enum(STAGES),
      district: z.string().nullable().meta({ description: 'The district that has it instead; null: the city' }),
      limit: limitSchema,
      source: z.string(),
    }),
  ),
});

export type HandbookAnswer = z.infer<typeof handbookSchema>;
