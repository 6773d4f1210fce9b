import { z } from 'zod';
import { REQUEST_KINDS, REQUEST_STATUSES } from '#domain/case/request-kind.ts';
import { exampleDetail, exampleSummary } from '../examples.ts';
import { operation } from '../operation.ts';
import { countText, flagText, placeCode } from '../values.ts';
import { likelyDuplicatesSchema, owedRepliesSchema, requestsAnswerSchema } from '../waiting.ts';
import { caseNumberParams } from './read.ts';

const place = placeCode.optional().meta({ description: 'Code of a place: it and all below it' });

/** What waits for somebody. */
export const waitingOperations = {
  listRequests: operation({
    method: 'GET',
    path: '/api/v1/requests',
    tag: 'cases',
    summary: { zh: '授权批示申请列表', en: 'Requests that wait for an answer' },
    description:
      'Extension 延期, return 回退, suspension 挂账 and void 作废, within the reach of who asks; pending ones oldest first. ' +
      'They are asked and answered by the moves `ask` and `answer`.',
    query: z.strictObject({
      place,
      kind: z.enum(REQUEST_KINDS).optional(),
      status: z.enum(REQUEST_STATUSES).optional().meta({ description: '`pending` when left out' }),
      limit: countText(1, 500).optional(),
    }),
    answer: {
      kind: 'json',
      status: 200,
      schema: requestsAnswerSchema,
      example: { requests: [{ case: exampleSummary, request: exampleDetail.requests[0], answerable: true }] },
    },
  }),
  listSupervisions: operation({
    method: 'GET',
    path: '/api/v1/supervisions',
    tag: 'cases',
    summary: { zh: '督办待回复列表', en: 'Replies owed to a supervision' },
    description:
      'Demanded replies that have not come on open cases, soonest first. `late=1`: only those past their instant.',
    query: z.strictObject({ place, late: flagText.optional(), limit: countText(1, 500).optional() }),
    answer: {
      kind: 'json',
      status: 200,
      schema: owedRepliesSchema,
      example: {
        supervisions: [
          {
            case: exampleSummary,
            supervision: {
              no: 1,
              level: 2,
              reason: '市民多次反映',
              by: { kind: 'person', id: 'leader', name: '领导' },
              at: 1795312000000,
              replyBy: 1795315600000,
              reply: null,
              liftedAt: null,
            },
            late: false,
          },
        ],
      },
    },
  }),
  listDuplicates: operation({
    method: 'GET',
    path: '/api/v1/cases/{number}/duplicates',
    tag: 'cases',
    summary: { zh: '疑似重复案件', en: 'Cases that may be the same problem' },
    description:
      'Same category, as near in place and time as the rules say, or as is asked for. They are joined by the move `join`.',
    params: caseNumberParams,
    query: z.strictObject({ metres: countText(1, 1_000).optional(), hours: countText(1, 8_784).optional() }),
    answer: {
      kind: 'json',
      status: 200,
      schema: likelyDuplicatesSchema,
      example: { duplicates: [{ case: exampleSummary, metres: 12, apartMs: 540_000 }] },
    },
    problems: ['not-found'],
  }),
} as const;
