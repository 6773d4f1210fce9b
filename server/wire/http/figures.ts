import { z } from 'zod';
import { STAGES } from '#domain/case/stage.ts';
import { epochMs } from './values.ts';

const count = z.number().int();

const rate = z.object({
  onTime: count,
  due: count,
  rate: z.number().nullable().meta({ description: 'null while nothing was due' }),
  target: z.number(),
  asOf: epochMs,
});

const placeFigure = z.object({
  code: z.string(),
  open: count,
  timedOut: count,
  warned: count,
  supervised: count,
  reportedToday: count,
  closedToday: count,
  onTime: rate,
  rank: count.nullable(),
  rankBefore: count.nullable(),
  trend: z.array(z.number().nullable()),
  dataAt: epochMs.nullable(),
});

/** The figures of the day of one place; the same body as the `figures` topic. */
export const figuresSchema = z.object({
  at: epochMs,
  dayStart: epochMs,
  open: count,
  openYesterday: count.nullable(),
  dueWithinHour: count,
  dueWithinHourUsual: z.tuple([z.number(), z.number()]).nullable(),
  dueWithin15: count,
  timedOut: count,
  timedOutLine: count,
  supervised: count,
  suspended: count,
  outside: count,
  standing: z
    .object({ dayStart: epochMs, today: z.boolean() })
    .meta({ description: 'The day that on-time rates and ranks are of: the newest one with enough disposals due' }),
  onTime: rate,
  stages: z.array(z.object({ stage: z.enum(['report', ...STAGES]), passedToday: count, open: count, timedOut: count })),
  reportedToday: count,
  closedToday: count,
  hourly: z.object({
    reported: z.array(z.number()),
    closed: z.array(z.number()),
    reportedYesterday: z.array(z.number()).nullable(),
  }),
  categories: z.array(z.object({ key: z.string(), open: count, openWeekAgo: count.nullable() })),
  places: z.array(placeFigure),
  teams: z.object({ total: count, fresh: count, late: count, silent: count }),
  working: z.object({
    running: z.boolean(),
    from: epochMs.nullable(),
    to: epochMs.nullable(),
    provisional: z.boolean(),
  }),
});
