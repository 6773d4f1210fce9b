import { z } from 'zod';
import { ALERT_STATUSES, THRESHOLDS } from '#domain/alert/alert.ts';
import { ANOMALIES } from '#domain/case/case.ts';
import { CHANNELS } from '#domain/case/event.ts';
import { PHASES, STAGES } from '#domain/case/stage.ts';
import { lamps } from '#domain/clock/lamp.ts';
import { LIMIT_SEASONS } from '#domain/calendar/season.ts';
import { limitUnits } from '#domain/clock/limit.ts';
import { stepKinds } from '#domain/clock/step.ts';
import { locatedSchema, positionSchema } from './position.ts';
import { dispositionSchema, returnSchema, shelvingSchema } from './alert.ts';
import { epochMs } from './values.ts';
import { actorSchema, requestSchema, supervisionSchema, waitsSchema } from './waits.ts';

export const limitSchema = z.object({
  value: z.number(),
  unit: z.enum(limitUnits),
  season: z.enum(LIMIT_SEASONS).optional().meta({ description: 'The season its clock waits for; absent: all year' }),
});

const runningClock = z.object({
  instance: z.number().int().meta({ description: 'Number of the passage through a stage; 0 is the whole case' }),
  round: z.number().int(),
  basis: z.enum(['working', 'continuous']),
  warnAt: epochMs.nullable(),
  dueAt: epochMs.nullable(),
  provisional: z.boolean().meta({ description: 'The calendar beyond is not published yet' }),
});

/** A case as lists show it. */
export const caseSummarySchema = z
  .object({
    id: z.number().int(),
    number: z.string(),
    source: z.string(),
    externalId: z.string(),
    simulated: z.boolean(),
    phase: z.enum(PHASES),
    conduct: z.enum(['own', 'told']),
    channel: z.enum(CHANNELS),
    categoryKey: z.string().nullable(),
    conditionNo: z.number().int().nullable(),
    urgent: z.boolean(),
    suspended: z.boolean(),
    supervisionLevel: z.number().int(),
    position: positionSchema.nullable(),
    place: locatedSchema,
    address: z.string(),
    department: z.string().nullable(),
    reportedAt: epochMs,
    filedAt: epochMs.nullable(),
    stageEnteredAt: epochMs,
    endedAt: epochMs.nullable(),
    stageClock: runningClock.nullable(),
    wholeClock: runningClock.nullable(),
    reworks: z.number().int(),
    waits: waitsSchema.optional(),
    version: z.number().int(),
    moveVersion: z.number().int(),
  })
  .meta({ description: 'A case: facts, place, running clocks' });

const stepSchema = z.object({
  kind: z.enum(stepKinds),
  from: epochMs,
  to: epochMs.nullable(),
  countedMs: z.number(),
  balanceMs: z.number(),
  dayName: z.object({ zh: z.string(), en: z.string() }).optional(),
  firstDate: z.string().optional(),
  lastDate: z.string().optional(),
  limit: limitSchema.optional(),
  season: z
    .object({ name: z.enum(LIMIT_SEASONS), opensOn: z.string() })
    .optional()
    .meta({ description: 'The season that the clock waits for, and the date on which it begins' }),
  local: z
    .object({
      name: z.object({ zh: z.string(), en: z.string() }),
      hours: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
    })
    .optional()
    .meta({ description: 'The district whose own calendar counts, with its hours on the day of the start' }),
  calendars: z.object({ from: z.string(), to: z.string() }).optional(),
});

/** A clock with the steps that lead to its due instant. */
export const explainedClockSchema = z.object({
  kind: z.enum(['stage', 'whole']),
  stage: z.enum(STAGES).nullable(),
  instance: z.number().int(),
  round: z.number().int(),
  startedAt: epochMs,
  stoppedAt: epochMs.nullable(),
  warnAt: epochMs.nullable(),
  dueAt: epochMs.nullable(),
  basis: z.enum(['working', 'continuous']),
  totalMs: z.number(),
  consumedMs: z.number(),
  lamp: z.enum(lamps),
  provisional: z.boolean(),
  limit: limitSchema.nullable(),
  steps: z.array(stepSchema).readonly(),
});

/** One line of a case's timeline: what happened, by whom, and what it carried (never who reported it). */
export const timelineEntrySchema = z.object({
  eventId: z.string(),
  at: epochMs,
  recordedAt: epochMs,
  actor: actorSchema,
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

const pauseSchema = z.object({ from: epochMs, to: epochMs.nullable() });
const passageSchema = z.object({
  no: z.number().int(),
  stage: z.enum(STAGES),
  round: z.number().int(),
  enteredAt: epochMs,
  leftAt: epochMs.nullable(),
  holder: z.string(),
  endedBy: actorSchema
    .nullable()
    .meta({ description: 'Who ended it; null while it lasts, and where nobody wrote it down' }),
  judgedDueAt: epochMs.nullable().meta({ description: 'The due instant it is judged by; null while it lasts' }),
  exempted: z
    .object({ by: actorSchema, at: epochMs, reason: z.string() })
    .nullable()
    .meta({ description: 'Late, and left out of the score on appeal' }),
  limit: limitSchema.nullable(),
  pauses: z.array(pauseSchema),
});

export const alertSchema = z.object({
  id: z.number().int(),
  caseId: z.number().int(),
  caseNumber: z.string(),
  instance: z.number().int(),
  round: z.number().int(),
  threshold: z.enum(THRESHOLDS).meta({
    description:
      '`reply-late`: a supervision has not got its reply in time; `instance` is the number of the supervision',
  }),
  status: z.enum(ALERT_STATUSES),
  dueAt: epochMs,
  firedAt: epochMs,
  takenBy: z.string().nullable(),
  takenByName: z.string().nullable(),
  takenAt: epochMs.nullable(),
  resolvedAt: epochMs.nullable(),
  resolution: z.string().nullable(),
  shelved: shelvingSchema.optional(),
  returned: returnSchema.optional(),
  disposition: dispositionSchema.optional(),
  firedUnder: z
    .string()
    .optional()
    .meta({ description: 'The calendar version under which it fired, where another one is in force for its case now' }),
});

/** One case whole. `reporter` is masked unless the asker's post works with it (`reporterMasked`). */
export const caseDetailSchema = z.object({
  summary: caseSummarySchema,
  description: z.string(),
  component: z.string().nullable().meta({ description: 'Code of the component that the report named' }),
  responsibilityGrid: z
    .object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }), person: z.string() })
    .nullable()
    .meta({ description: 'The 责任网格 that its unit grid lay in when it was reported, and who answered for it' }),
  media: z.object({ before: z.array(z.string()), after: z.array(z.string()) }),
  reporter: z.object({ name: z.string(), phone: z.string() }).nullable(),
  reporterMasked: z.boolean(),
  supporting: z.array(z.string()),
  suspended: z.object({ since: epochMs, until: epochMs.nullable(), reason: z.string() }).nullable(),
  counts: z.object({
    rework: z.number().int(),
    returned: z.number().int(),
    dispatched: z.number().int(),
    extended: z.number().int(),
    urged: z.number().int(),
    suspended: z.number().int(),
    redispatched: z.number().int().meta({ description: 'Dispatched to another department than before' }),
  }),
  anomalies: z.array(z.enum(ANOMALIES)),
  passages: z.array(passageSchema),
  timeline: z.array(timelineEntrySchema),
  clocks: z.array(explainedClockSchema),
  alerts: z.array(alertSchema),
  requests: z.array(requestSchema),
  supervisions: z.array(supervisionSchema),
  supportFeedback: z
    .array(z.object({ department: z.string(), at: epochMs, note: z.string() }))
    .meta({ description: 'What supporting departments say they did since the last dispatch' }),
  selfHandled: z.boolean().meta({ description: 'Put right on the spot; closed after an audit and counted apart' }),
  forced: z.boolean().meta({ description: 'Closed by force' }),
  passed: z
    .object({ to: z.string(), at: epochMs })
    .nullable()
    .meta({ description: 'Handed to a district by the city' }),
  duplicateOf: z.string().nullable().meta({ description: 'Number of the case that it is the same problem as' }),
  duplicates: z.array(z.string()).meta({ description: 'Numbers of the cases joined to it' }),
  legal: z.array(z.string()).meta({ description: 'Moves that the asker may make now' }),
  rights: z.array(z.string()).meta({
    description: 'The same, finer: what may be asked for (`ask-extension`), what may be answered (`answer-void`)',
  }),
});
export type CaseDetailAnswer = z.infer<typeof caseDetailSchema>;

/** A page of cases, newest first. */
export const casesAnswerSchema = z.object({
  cases: z.array(caseSummarySchema),
  nextCursor: z.string().nullable().meta({ description: 'Give it as `cursor` for the next page; null on the last' }),
});
export type CasesAnswer = z.infer<typeof casesAnswerSchema>;
