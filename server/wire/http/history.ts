import { z } from 'zod';
import { THRESHOLDS } from '#domain/alert/alert.ts';
import { epochMs } from './values.ts';

export const HISTORY_KINDS = ['alerts', 'acts'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** What is told of alerts, in the words of the log. */
export const ALERT_WORDS = ['raised', 'taken', 'released', 'shelved', 'returned', 'resolved'] as const;
/** What is done on cases. */
export const ACT_WORDS = [
  'reported',
  'accepted',
  'declined',
  'verified',
  'filed',
  'dispatched',
  'passed',
  'self-handled',
  'supported',
  'returned',
  'fed-back',
  'checked',
  'reworked',
  'extended',
  'shortened',
  'suspended',
  'resumed',
  'supervised',
  'replied',
  'supervision-lifted',
  'urged',
  'team-sent',
  'commented',
  'requested',
  'answered',
  'exempted',
  'joined',
  'duplicate-joined',
  'voided',
  'closed',
  'told',
] as const;
export const HISTORY_WORDS = [...new Set([...ALERT_WORDS, ...ACT_WORDS])] as const;
export type HistoryWord = (typeof ALERT_WORDS)[number] | (typeof ACT_WORDS)[number];

/** One thing that happened. */
export const historyLineSchema = z.object({
  position: z.number().int().meta({ description: 'Its number in the log' }),
  at: epochMs,
  kind: z.enum(HISTORY_KINDS),
  what: z.string(),
  by: z.object({ kind: z.enum(['person', 'source', 'system']), name: z.string() }),
  caseNumber: z.string(),
  categoryKey: z.string().nullable(),
  districtCode: z.string().nullable(),
  subdistrictCode: z.string().nullable(),
  address: z.string(),
  department: z.string().nullable().meta({ description: 'Who has the case now' }),
  alert: z
    .object({ id: z.number().int(), threshold: z.enum(THRESHOLDS), dueAt: epochMs })
    .nullable()
    .meta({ description: 'Which alert it is about; null for an act on a case' }),
  result: z
    .string()
    .nullable()
    .meta({ description: 'yes or no where it was found, passed or granted; how an alert ended; why it came back' }),
  inTime: z.boolean().nullable().meta({ description: 'Whether it ended a disposal in time; null: it ended none' }),
  said: z.string().meta({ description: 'The reason, note or text that went with it' }),
  about: z.string().nullable().meta({ description: 'Code of the department, team or place it went to' }),
});
export type HistoryLine = z.infer<typeof historyLineSchema>;

export const historyAnswerSchema = z.object({
  lines: z.array(historyLineSchema),
  nextCursor: z.string().nullable(),
  lookedBackTo: epochMs.nullable().meta({
    description: 'How far back this page looked where it stopped before it was full; null: it did not stop',
  }),
});
export type HistoryAnswer = z.infer<typeof historyAnswerSchema>;

export const exampleHistoryLine: HistoryLine = {
  ...{ position: 4211, at: 1_795_341_600_000, kind: 'alerts', what: 'taken' },
  by: { kind: 'person', name: '周岚' },
  ...{ caseNumber: 'E0110-20261122-000123', categoryKey: 'tj-2019/C0103', districtCode: '120101' },
  ...{ subdistrictCode: '120101001', address: '承德道与花园路交口', department: '120101-drainage' },
  alert: { id: 311, threshold: 'warning', dueAt: 1_795_341_000_000 },
  ...{ result: null, inTime: null, said: '', about: null },
};
