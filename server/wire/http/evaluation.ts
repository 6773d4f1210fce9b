import { z } from 'zod';
import { PHASES } from '#domain/case/stage.ts';
import { FACT_KINDS, POSTS } from '#domain/indicator/fact.ts';
import { GRADES } from '#domain/indicator/grade.ts';
import { INDICATOR_KINDS, OBJECT_KINDS } from '#domain/indicator/indicator.ts';
import { SPAN_KINDS } from '#domain/indicator/span.ts';
import { LEVELS } from '../level.ts';
import { epochMs } from './values.ts';

const count = z.number().int();
const bilingual = z.object({ zh: z.string(), en: z.string() });

/** Places of these levels, or the city as one row. */
export const EVALUATED_LEVELS = LEVELS;

/** Why a cell has no value. */
export const WHY_NONE = ['zero-denominator', 'not-kept', 'missing-part'] as const;

/** Which cases stand behind a figure. */
export const CASE_PARTS = ['numerator', 'denominator', 'excluded'] as const;

/** Why a fact was left out of a figure. */
export const WHY_OUT = ['voided', 'duplicate', 'exempt'] as const;

export const settingsSchema = z.object({
  choices: z.record(z.string(), z.string()),
  grades: z.array(z.number()).length(4).meta({ description: 'Lower bounds of A, B, C and D; below the last is E' }),
  leastSample: count.meta({ description: 'A rate over fewer than this is neither ranked nor graded' }),
});

/** A change of how the city reads its figures: what is left out stays. */
export const settingsChangeSchema = z.strictObject({
  choices: z
    .record(z.string().max(60), z.string().max(60))
    .optional()
    .meta({ description: 'By setting; /api/v1/evaluation/indicators lists the settings and what each may be' }),
  grades: z
    .array(z.number().min(0).max(100))
    .length(4)
    .optional()
    .meta({ description: 'Lower bounds of A, B, C and D, falling' }),
  leastSample: count.min(0).max(1_000_000).optional(),
});

const spanSchema = z.object({
  kind: z.enum(SPAN_KINDS),
  from: epochMs,
  to: epochMs,
  firstDate: z.string(),
  lastDate: z.string(),
  label: z.string(),
});

const cellSchema = z.object({
  value: z.number().nullable().meta({ description: 'A count, per cent, hours or score, with two decimals' }),
  text: z.string().nullable().meta({ description: 'The same as it is printed' }),
  numerator: count.nullable(),
  denominator: count.nullable(),
  why: z.enum(WHY_NONE).nullable().meta({ description: 'Why there is no value' }),
  tooFew: z.boolean().meta({ description: 'Too small a sample to be ranked or graded' }),
  grade: z.enum(GRADES).nullable(),
  rank: count.nullable(),
  rankBefore: count.nullable().meta({ description: 'Rank in the span before' }),
  before: z.number().nullable().meta({ description: 'Value in the span before' }),
});

const rowSchema = z.object({
  code: z
    .string()
    .meta({ description: 'Place or department code, post, person id; empty for what lies in no known one' }),
  name: bilingual,
  role: z.enum(['one', 'unknown', 'source', 'total']).meta({
    description: '`source`: what a feed told without naming a person; it is ranked against nobody',
  }),
  cells: z.record(z.string(), cellSchema).meta({ description: 'By indicator id' }),
});

/** Figures of several objects side by side. */
export const evaluationSchema = z.object({
  object: z.enum(OBJECT_KINDS),
  level: z.enum(LEVELS).nullable(),
  parent: z.string().nullable(),
  span: spanSchema,
  before: spanSchema.meta({ description: 'The span that ranks are compared with' }),
  asOf: epochMs.meta({ description: 'Due means due as of this instant' }),
  countedAt: epochMs,
  settings: settingsSchema,
  indicators: z.array(z.string()),
  total: rowSchema,
  rows: z.array(rowSchema),
  totalRows: count.meta({ description: 'Rows before the limit' }),
});

/** Every indicator with its definition, and every setting with its choices. */
export const indicatorsSchema = z.object({
  indicators: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(INDICATOR_KINDS),
      name: bilingual,
      aliases: z.array(z.string()),
      formula: bilingual,
      meaning: bilingual,
      numerator: z.string().nullable(),
      denominator: z.string().nullable(),
      parts: z.array(
        z.object({ indicator: z.string(), weight: z.number(), as: z.enum(['rate', 'complement', 'bands']) }),
      ),
      setting: z.string().nullable().meta({ description: 'The setting that chooses among its definitions' }),
      unit: z.enum(['count', 'percent', 'hours', 'score', 'grade']),
      better: z.enum(['higher', 'lower', 'neither']),
      kept: z.boolean().meta({ description: 'Whether the platform keeps facts of it under these settings' }),
      objects: z.array(z.enum(OBJECT_KINDS)),
      source: z.string(),
      confidence: z.enum(['sourced', 'unsure']),
    }),
  ),
  settings: z.array(
    z.object({
      name: z.string(),
      question: bilingual,
      basis: bilingual,
      choices: z.array(z.object({ value: z.string(), zh: z.string(), en: z.string() })),
      chosen: z.string(),
    }),
  ),
  grades: z.array(z.number()),
  leastSample: count,
});

/** One indicator of one object, span by span, oldest first. */
export const seriesSchema = z.object({
  object: z.enum(OBJECT_KINDS),
  code: z.string(),
  indicator: z.string(),
  settings: settingsSchema,
  points: z.array(
    z.object({
      span: spanSchema,
      asOf: epochMs,
      cell: cellSchema.omit({ rank: true, rankBefore: true, before: true }),
    }),
  ),
});

/** The facts behind a figure, newest first. */
export const evaluationCasesSchema = z.object({
  total: count,
  settings: settingsSchema,
  facts: z.array(
    z.object({
      caseId: count,
      number: z.string(),
      address: z.string(),
      category: z.string().nullable(),
      phase: z.enum(PHASES),
      kind: z.enum(FACT_KINDS),
      post: z.enum(POSTS).nullable(),
      enteredAt: epochMs,
      dueAt: epochMs.nullable(),
      endedAt: epochMs.nullable(),
      late: z.boolean(),
      department: z.string().nullable(),
      person: z.string().nullable(),
      why: z.enum(WHY_OUT).nullable().meta({ description: 'Why it was left out, with part=excluded' }),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export type SettingsAnswer = z.infer<typeof settingsSchema>;
export type EvaluationAnswer = z.infer<typeof evaluationSchema>;
export type EvaluationRow = z.infer<typeof rowSchema>;
export type EvaluationCell = z.infer<typeof cellSchema>;
export type IndicatorsAnswer = z.infer<typeof indicatorsSchema>;
export type SeriesAnswer = z.infer<typeof seriesSchema>;
export type EvaluationCasesAnswer = z.infer<typeof evaluationCasesSchema>;
