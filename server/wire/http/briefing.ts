import { z } from 'zod';
import { MOST_NOTE, MOST_STEPS } from '#domain/briefing/briefing-list.ts';
import { epochMs, plainText } from './values.ts';
import { sceneSchema } from './wall.ts';

export const briefingId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, {
  error: 'must be lower-case letters, digits and dashes, at most 40',
});

export const briefingStepSchema = z.strictObject({
  scene: sceneSchema,
  note: plainText(MOST_NOTE).meta({ description: 'For whoever wrote it alone' }),
  plannedSeconds: z
    .number()
    .int()
    .min(5)
    .max(4 * 3_600)
    .nullable(),
});

/** What somebody sets about a list. `version`: the one that was read (0 for a new list). */
export const briefingChangeSchema = z.strictObject({
  version: z.number().int().min(0),
  name: plainText(60, 1).regex(/\S/, { error: 'is blank' }),
  shared: z.boolean(),
  steps: z.array(briefingStepSchema).max(MOST_STEPS).readonly(),
});

export const briefingListSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  owner: z.object({ id: z.string(), name: z.string() }),
  scope: z.string(),
  name: z.string(),
  shared: z.boolean(),
  steps: z.array(briefingStepSchema).readonly(),
  changedAt: epochMs,
});
export const briefingsAnswerSchema = z.object({ briefings: z.array(briefingListSchema) });
export type BriefingsAnswer = z.infer<typeof briefingsAnswerSchema>;
