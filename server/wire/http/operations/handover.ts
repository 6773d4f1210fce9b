import { z } from 'zod';
import {
  claimResultSchema,
  claimsOrderSchema,
  handoverContentSchema,
  handoverHeadSchema,
  handoverId,
  handoverOrderSchema,
  handoverSchema,
  handoverSignSchema,
} from '../handover.ts';
import { exampleHandover, exampleHandoverContent, exampleHandoverHead } from '../handover-examples.ts';
import { operation } from '../operation.ts';

const params = z.strictObject({ id: handoverId });
const whole = { kind: 'json', status: 200, schema: handoverSchema, example: exampleHandover } as const;

/** What one shift hands to the next. The system writes it; two people sign it, each in a session of their own. */
export const handoverOperations = {
  draftHandover: operation({
    method: 'GET',
    path: '/api/v1/handover',
    tag: 'alerts',
    summary: { zh: '此刻的交班内容', en: 'What would be handed over now' },
    description: 'Of the whole place of the account. Nothing is stored.',
    answer: { kind: 'json', status: 200, schema: handoverContentSchema, example: exampleHandoverContent },
    problems: ['not-ready'],
  }),
  listHandovers: operation({
    method: 'GET',
    path: '/api/v1/handovers',
    tag: 'alerts',
    summary: { zh: '交接班记录', en: 'Handovers within reach, newest first' },
    answer: {
      kind: 'json',
      status: 200,
      schema: z.object({ handovers: z.array(handoverHeadSchema) }),
      example: { handovers: [exampleHandoverHead] },
    },
  }),
  getHandover: operation({
    method: 'GET',
    path: '/api/v1/handovers/{id}',
    tag: 'alerts',
    summary: { zh: '一份交接班', en: 'One handover as it was signed, and what became of each line since' },
    params,
    answer: whole,
    problems: ['not-found', 'not-ready'],
  }),
  makeHandover: operation({
    method: 'POST',
    path: '/api/v1/handovers/{id}',
    tag: 'alerts',
    summary: { zh: '交班签字', en: 'Write what is handed over now, and sign it as the one who leaves' },
    description:
      'The id is chosen by whoever signs, so that asking again is safe: it is written once, at the instant of the first.',
    params,
    body: { kind: 'json', schema: handoverOrderSchema, example: { remark: '20 点前有雨，易积水点已布控' } },
    answer: whole,
    problems: ['not-found', 'already-taken', 'not-ready'],
  }),
  signHandover: operation({
    method: 'POST',
    path: '/api/v1/handovers/{id}/sign',
    tag: 'alerts',
    summary: { zh: '接班签字', en: 'Sign it as the one who comes' },
    description:
      'In the own session of the one who comes, who is never the one who left. Names the hash of what was read. Two who ' +
      'sign at once do not overwrite each other: the second is told who was first.',
    params,
    body: { kind: 'json', schema: handoverSignSchema, example: { hash: exampleHandoverHead.hash } },
    answer: whole,
    problems: ['not-found', 'version-conflict', 'already-taken', 'not-ready'],
  }),
  takeOverClaims: operation({
    method: 'POST',
    path: '/api/v1/handovers/{id}/claims',
    tag: 'alerts',
    summary: { zh: '接手认领', en: 'Take over alerts of the one who left' },
    description:
      'For whoever signed second. Each alert is a move of its own, with its line in the audit and a result of its own; ' +
      'asking again changes nothing.',
    params,
    body: { kind: 'json', schema: claimsOrderSchema, example: { alerts: [311] } },
    answer: {
      kind: 'json',
      status: 200,
      schema: z.object({ results: z.array(claimResultSchema) }),
      example: { results: [{ alertId: 311, caseNumber: 'E0110-20261122-000123', result: 'passed', by: null }] },
    },
    problems: ['not-found'],
  }),
  putAwayHandover: operation({
    method: 'POST',
    path: '/api/v1/handovers/{id}/put-away',
    tag: 'alerts',
    summary: { zh: '收起交接班', en: 'Put a handover away: it is no longer shown first' },
    params,
    answer: { kind: 'json', status: 200, schema: z.object({ done: z.literal(true) }), example: { done: true } },
    problems: ['not-found'],
  }),
} as const;
