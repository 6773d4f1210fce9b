import { z } from 'zod';
import { OBJECT_KINDS } from '#domain/indicator/indicator.ts';
import { SPAN_KINDS } from '#domain/indicator/span.ts';
import { LEVELS } from '../../level.ts';
import {
  CASE_PARTS,
  evaluationCasesSchema,
  evaluationSchema,
  indicatorsSchema,
  seriesSchema,
  settingsChangeSchema,
  settingsSchema,
} from '../evaluation.ts';
import {
  exampleEvaluation,
  exampleEvaluationCases,
  exampleIndicators,
  exampleSeries,
  exampleSettings,
} from '../evaluation-examples.ts';
import { operation } from '../operation.ts';
import { exampleSettingChanges, settingChangesSchema } from '../setting-changes.ts';
import { countText, foreignId, instantText, placeCode } from '../values.ts';

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'is not a date such as 2026-11-22' })
  .optional();

const list = (description: string) =>
  z
    .string()
    .max(400)
    .regex(/^[A-Za-z0-9]+(?:,[A-Za-z0-9]+)*$/, { error: 'is not a list such as R14,R15' })
    .transform((text) => [...new Set(text.split(','))])
    .meta({ description });

const choices = z
  .string()
  .max(600)
  .regex(/^[A-Za-z]+:[a-z-]+(?:,[A-Za-z]+:[a-z-]+)*$/, {
    error: 'is not a list such as reworkDenominator:closures-due',
  })
  .transform((text) => Object.fromEntries(text.split(',').map((pair) => pair.split(':'))) as Record<string, string>)
  .optional()
  .meta({ description: 'Choices in place of the city’s own, as `name:choice` with commas between' });

const reading = {
  span: z.enum(SPAN_KINDS).optional().meta({ description: '`month` when left out; `any` takes `from` and `to`' }),
  at: date.meta({ description: 'A date inside the span; today when left out' }),
  from: date.meta({ description: 'First date, with span=any' }),
  to: date.meta({ description: 'Last date, with span=any' }),
  asOf: instantText.optional().meta({ description: 'Due means due as of this instant: the span’s end, or now' }),
  settings: choices,
  leastSample: countText(0, 1_000_000).optional(),
  kind: z.enum(['component', 'event']).optional(),
  category: foreignId(200).optional(),
};

const league = {
  ...reading,
  object: z.enum(OBJECT_KINDS).optional().meta({ description: '`place` when left out' }),
  level: z.enum(LEVELS).optional().meta({ description: 'Of places: one below the parent when left out' }),
  parent: placeCode.optional().meta({ description: 'Only cases in this place' }),
  indicators: list('Ids of indicators; B25,B26,R14,R15 when left out').optional(),
  sort: foreignId(8).optional().meta({ description: 'Rows best first by this indicator; the first when left out' }),
  limit: countText(1, 5000).optional(),
};

const one = {
  ...reading,
  object: z.enum(OBJECT_KINDS).optional(),
  code: z.string().max(120).optional().meta({ description: 'Of the object; empty: what belongs to none' }),
  parent: placeCode.optional(),
  indicator: foreignId(8),
};

/** Figures after GB/T 30428.4. */
export const evaluationOperations = {
  getEvaluation: operation({
    method: 'GET',
    path: '/api/v1/evaluation',
    tag: 'evaluation',
    summary: { zh: '评价排名', en: 'Figures of places, departments, posts or persons side by side' },
    description:
      'Counted within the reach of who asks; a department sees its own work, and persons’ figures are for their superiors and themselves.',
    query: z.strictObject(league),
    answer: { kind: 'json', status: 200, schema: evaluationSchema, example: exampleEvaluation },
    problems: ['bad-argument', 'not-ready'],
  }),
  exportEvaluation: operation({
    method: 'GET',
    path: '/api/v1/evaluation/export',
    tag: 'evaluation',
    summary: { zh: '导出评价结果', en: 'The same as a spreadsheet' },
    query: z.strictObject({
      ...league,
      format: z.enum(['xlsx', 'csv']),
      lang: z.enum(['zh', 'en']).optional().meta({ description: '`zh` when left out' }),
    }),
    answer: {
      kind: 'file',
      status: 200,
      contentTypes: ['text/csv; charset=utf-8', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    },
    problems: ['bad-argument', 'not-ready'],
  }),
  getIndicators: operation({
    method: 'GET',
    path: '/api/v1/evaluation/indicators',
    tag: 'evaluation',
    summary: { zh: '指标定义', en: 'Every indicator with its definition, and the settings where sources disagree' },
    query: z.strictObject({ settings: choices }),
    answer: { kind: 'json', status: 200, schema: indicatorsSchema, example: exampleIndicators },
    problems: ['bad-argument'],
  }),
  getEvaluationSeries: operation({
    method: 'GET',
    path: '/api/v1/evaluation/series',
    tag: 'evaluation',
    summary: { zh: '指标趋势', en: 'One indicator of one object, span by span' },
    query: z.strictObject({
      ...one,
      count: countText(1, 120).optional().meta({ description: 'Spans, the last one asked for; 12 when left out' }),
    }),
    answer: { kind: 'json', status: 200, schema: seriesSchema, example: exampleSeries },
    problems: ['bad-argument', 'not-ready'],
  }),
  listEvaluationCases: operation({
    method: 'GET',
    path: '/api/v1/evaluation/cases',
    tag: 'evaluation',
    summary: { zh: '指标对应的案件', en: 'The cases behind a figure, or those that were left out of it' },
    query: z.strictObject({
      ...one,
      part: z.enum(CASE_PARTS).optional().meta({ description: '`numerator` when left out' }),
      cursor: z.string().max(80).optional(),
      limit: countText(1, 500).optional(),
    }),
    answer: { kind: 'json', status: 200, schema: evaluationCasesSchema, example: exampleEvaluationCases },
    problems: ['bad-argument', 'not-ready'],
  }),
  changeEvaluationSettings: operation({
    method: 'POST',
    path: '/api/v1/evaluation/settings',
    tag: 'evaluation',
    summary: { zh: '修改评价口径', en: 'Change how the city reads its figures' },
    description:
      'What is left out stays. Figures are counted when they are asked for, so it holds for every span; a question’s own `settings` and `leastSample` still win.',
    body: { kind: 'json', schema: settingsChangeSchema, example: { choices: { reworkDenominator: 'closures-due' } } },
    answer: { kind: 'json', status: 200, schema: settingsSchema, example: exampleSettings },
    problems: ['bad-argument'],
  }),
  listEvaluationSettingChanges: operation({
    method: 'GET',
    path: '/api/v1/evaluation/settings/changes',
    tag: 'evaluation',
    summary: { zh: '评价口径的修改记录', en: 'Who changed the evaluation settings when' },
    answer: { kind: 'json', status: 200, schema: settingChangesSchema, example: exampleSettingChanges },
  }),
} as const;
