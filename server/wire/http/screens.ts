import { z } from 'zod';
import { SCREEN_LINKS } from '#domain/screen/screen-link.ts';
import { paintedSchema, screenWord } from '../screen.ts';
import { epochMs, placeCode, plainText } from './values.ts';

/** One line without spaces around it, empty for no name. */
export const labelText = plainText(60).regex(/^(?:\S(?:[^\t\r\n]*\S)?)?$/, {
  error: 'must have no line ends and no spaces around it',
});

/** Where a screen hangs, under which name, and the place whose data it shows. */
export const hangingSchema = z.strictObject({
  wall: screenWord,
  screen: screenWord,
  label: labelText,
  scope: placeCode,
});

export const skewSchema = z.object({
  ms: z.number().meta({ description: 'Later (+) or earlier (−) than the middle of its wall' }),
  uncertaintyMs: z.number(),
  frames: z.number(),
});

export const screenAnswerSchema = z.object({
  wall: z.string(),
  screen: z.string(),
  label: z.string(),
  scope: z.string(),
  approvedBy: z.string(),
  keyedAt: epochMs,
  revokedAt: epochMs.nullable(),
  patternUntil: epochMs.nullable(),
  link: z.enum(SCREEN_LINKS),
  report: z
    .object({ seenAt: epochMs, leftAt: epochMs.nullable(), node: z.string(), painted: paintedSchema })
    .nullable()
    .meta({ description: 'What it told last' }),
  skew: skewSchema.nullable().meta({ description: 'Null where its wall has no other screen to compare with' }),
  pictureAt: epochMs.nullable().meta({ description: 'When it painted what its picture shows' }),
});
export type ScreenAnswer = z.infer<typeof screenAnswerSchema>;

export const screenListSchema = z.object({
  at: epochMs.meta({ description: "The server's clock; every instant here is by it" }),
  screens: z.array(screenAnswerSchema),
});
export type ScreenList = z.infer<typeof screenListSchema>;

/** A screen that asks to be let in, as it says itself. */
export const askedScreenSchema = z.object({
  code: z.string(),
  wall: z.string(),
  screen: z.string(),
  window: z.string(),
  address: z.string(),
  userAgent: z.string(),
  askedAt: epochMs,
});
export type AskedScreenAnswer = z.infer<typeof askedScreenSchema>;

export const screenActSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('name'), label: labelText }),
  z.strictObject({ act: z.literal('revoke') }),
  z.strictObject({ act: z.literal('pattern'), seconds: z.number().int().min(0).max(3600) }),
  z.strictObject({ act: z.literal('picture') }),
  z.strictObject({ act: z.literal('reload') }),
]);
export type ScreenAct = z.infer<typeof screenActSchema>;
