import { z } from 'zod';
import { THRESHOLDS } from '#domain/alert/alert.ts';
import { exampleHistoryLine, HISTORY_KINDS, HISTORY_WORDS, historyAnswerSchema } from '../history.ts';
import { operation } from '../operation.ts';
import { countText, foreignId, instantText, placeCode, plainText } from '../values.ts';

/** Most lines of one exported file; the next one begins where it ends. */
export const MOST_HISTORY_EXPORTED = 20_000;

const filter = {
  kind: z.enum(HISTORY_KINDS),
  what: z.enum(HISTORY_WORDS).optional(),
  who: plainText(60, 1)
    .optional()
    .meta({ description: 'A name or its beginning; of more than 20 such names the first' }),
  place: placeCode.optional(),
  category: plainText(80, 1).optional(),
  threshold: z.enum(THRESHOLDS).optional().meta({ description: 'Of alerts' }),
  case: foreignId(40).optional().meta({ description: 'A case number, whole' }),
  since: instantText.optional(),
  until: instantText.optional(),
};

/** What happened to alerts and what was done on cases, from the log. */
export const historyOperations = {
  searchHistory: operation({
    method: 'GET',
    path: '/api/v1/history',
    tag: 'alerts',
    summary: { zh: '告警与办理历史', en: 'What happened to alerts, and who did what on which case' },
    description:
      'Newest first; all conditions must hold. A page looks at a bounded stretch of the log: where little matches it may ' +
      'come before it is full, and says how far back it looked; its cursor goes on from there.',
    query: z.strictObject({ ...filter, cursor: z.string().max(80).optional(), limit: countText(1, 200).optional() }),
    answer: {
      kind: 'json',
      status: 200,
      schema: historyAnswerSchema,
      example: { lines: [exampleHistoryLine], nextCursor: null, lookedBackTo: null },
    },
  }),
  exportHistory: operation({
    method: 'GET',
    path: '/api/v1/history/export',
    tag: 'alerts',
    summary: { zh: '导出历史', en: 'The same lines as a table' },
    description: `Newest first, at most ${MOST_HISTORY_EXPORTED} lines. Exporting is written down.`,
    query: z.strictObject({
      ...filter,
      format: z.enum(['csv', 'xlsx']),
      lang: z.enum(['zh', 'en']).optional().meta({ description: '`zh` when left out' }),
    }),
    answer: {
      kind: 'file',
      status: 200,
      contentTypes: ['text/csv; charset=utf-8', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    },
  }),
} as const;
