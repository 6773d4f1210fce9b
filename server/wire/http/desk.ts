import { z } from 'zod';
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

const hours = (max: number) => z.number().positive().max(max);
const alerts = z.number().positive().max(1_000);
/** Where load stops being bearable; domain/alert/load-limits.ts says from where each default is. */
export const loadLimitsSchema = z.strictObject({
  manageable: alerts.meta({ description: 'Alerts an officer can handle in ten minutes for good' }),
  floodAbove: alerts.meta({ description: 'More than this many an officer in ten minutes is a flood' }),
  calmBelow: alerts.meta({ description: 'A flood is over when no more than this many came' }),
  standingHours: hours(720),
  staleHours: hours(720),
  chatteringTimes: z.number().int().min(2).max(100),
  spanHours: hours(24),
  returnMinutes: z.number().positive().max(1_440).meta({ description: 'What is taken and not acted on returns after' }),
  shelveHours: hours(720).meta({ description: 'Nothing is shelved for longer' }),
});
export const loadLimitsChangeSchema = loadLimitsSchema.partial();
