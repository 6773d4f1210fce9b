import { z } from 'zod';
import { REQUEST_KINDS, REQUEST_STATUSES } from '#domain/case/request-kind.ts';
import { READERS } from '../access.ts';
import { exampleDetail, exampleSummary } from '../examples.ts';
import { operation } from '../operation.ts';
import { countText, placeCode } from '../values.ts';
import { requestsAnswerSchema } from '../waiting.ts';

const place = placeCode.optional().meta({ description: 'Code of a place: it and all below it' });

/** What waits for somebody. */
export const waitingOperations = {
  listRequests: operation({
    method: 'GET',
    path: '/api/v1/requests',
    access: READERS,
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
} as const;
