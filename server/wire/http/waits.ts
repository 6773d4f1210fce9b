import { z } from 'zod';
import { REQUEST_KINDS, REQUEST_STATUSES } from '#domain/case/request-kind.ts';
import { epochMs } from './values.ts';

export const actorSchema = z.object({ kind: z.enum(['person', 'source', 'system']), id: z.string(), name: z.string() });

/** Something asked for that another post answers. */
export const requestSchema = z.object({
  no: z.number().int().meta({ description: 'Number within the case, from 1: what an answer names' }),
  kind: z.enum(REQUEST_KINDS),
  reason: z.string(),
  by: actorSchema,
  at: epochMs,
  instance: z.number().int().meta({ description: 'The passage through a stage that it is about' }),
  until: epochMs.nullable(),
  pauses: z.boolean().meta({ description: 'The clocks stand still until the answer' }),
  status: z.enum(REQUEST_STATUSES),
  answer: z.object({ by: actorSchema, at: epochMs, reason: z.string() }).nullable(),
});

/** 督办 over a case, with the reply that it demands. */
export const supervisionSchema = z.object({
  no: z.number().int().meta({ description: 'Number within the case, from 1: what a reply names' }),
  level: z.number().int(),
  reason: z.string(),
  by: actorSchema,
  at: epochMs,
  replyBy: epochMs.nullable(),
  reply: z.object({ by: actorSchema, at: epochMs, text: z.string() }).nullable(),
  liftedAt: epochMs.nullable(),
});

/** What of a case waits for somebody beside its stage. */
export const waitsSchema = z
  .object({
    requests: z.array(requestSchema).meta({ description: 'Not answered yet' }),
    supervisions: z.array(supervisionSchema).meta({ description: 'Demanding a reply that has not come' }),
  })
  .meta({ description: 'What waits for somebody beside the stage; absent where nothing does' });
