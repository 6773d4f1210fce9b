import { z } from 'zod';
import { epochMs } from './values.ts';

/** An account that a comment may name. */
export const personSchema = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  role: z.string(),
  scope: z.string(),
  department: z.string().nullable(),
});
export type PersonAnswer = z.infer<typeof personSchema>;

/** A comment that names whoever asks. */
export const mentionSchema = z.object({
  caseId: z.number().int(),
  caseNumber: z.string(),
  eventId: z.string(),
  at: epochMs,
  by: z.object({ id: z.string(), name: z.string() }),
  text: z.string(),
  readAt: epochMs.nullable(),
});
export const mentionsSchema = z.object({
  unread: z.number().int().meta({ description: 'All that are not read, shown or not' }),
  mentions: z.array(mentionSchema),
});
export type MentionsAnswer = z.infer<typeof mentionsSchema>;

/** Which mentions were read. */
export const mentionReadSchema = z.strictObject({
  mentions: z
    .array(z.strictObject({ caseId: z.number().int(), eventId: z.string().max(200) }))
    .min(1)
    .max(200),
});
