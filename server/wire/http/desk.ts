import { z } from 'zod';
import { LIMIT_RANGES, type LoadLimits } from '#domain/alert/load-limits.ts';
import { STAGES } from '#domain/case/stage.ts';
import { epochMs } from './values.ts';

/** What a kept view shows of the queue of alerts, and how it is folded into cards. */
export const savedFilterSchema = z.strictObject({
  view: z.enum(['all', 'untaken', 'mine', 'shelved']),
  text: z.string().max(200),
  district: z.string().max(20).nullable(),
  stage: z.enum(STAGES).nullable(),
  grouping: z.enum(['auto', 'holder-time', 'holder', 'cause', 'place', 'none']),
});
export type SavedFilter = z.infer<typeof savedFilterSchema>;

export const deskViewId = z.string().regex(/^[a-z0-9]{1,40}$/);
export const deskViewChangeSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  shared: z.boolean(),
  filter: savedFilterSchema,
});
export type DeskViewChange = z.infer<typeof deskViewChangeSchema>;

export const deskViewSchema = deskViewChangeSchema.extend({
  id: deskViewId,
  owner: z.string().meta({ description: 'Name of who keeps it' }),
  mine: z.boolean(),
  changedAt: epochMs,
});
export type DeskViewAnswer = z.infer<typeof deskViewSchema>;

/** A number within the range of a limit. */
function limit(name: keyof LoadLimits) {
  const { least, most, whole } = LIMIT_RANGES[name];
  const number = z.number().min(least).max(most);
  return whole ? number.int() : number;
}

/** Where load stops being bearable; domain/alert/load-limits.ts says from where each default is. */
export const loadLimitsSchema = z.strictObject({
  manageable: limit('manageable').meta({ description: 'Alerts an officer can handle in ten minutes for good' }),
  floodAbove: limit('floodAbove').meta({ description: 'More than this many an officer in ten minutes is a flood' }),
  calmBelow: limit('calmBelow').meta({ description: 'A flood is over when no more than this many came' }),
  standingHours: limit('standingHours'),
  staleHours: limit('staleHours'),
  chatteringTimes: limit('chatteringTimes'),
  spanHours: limit('spanHours'),
  returnMinutes: limit('returnMinutes').meta({ description: 'What is taken and not acted on returns after' }),
  shelveHours: limit('shelveHours').meta({ description: 'Nothing is shelved for longer' }),
});
export const loadLimitsChangeSchema = loadLimitsSchema.partial();
