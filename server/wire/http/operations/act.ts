import { z } from 'zod';
import { closeOrderSchema, moveRequestSchema, shelfOrderSchema } from '../../command.ts';
import { actDoneSchema } from '../act.ts';
import { operation } from '../operation.ts';
import { countText } from '../values.ts';
import { caseNumberParams } from './read.ts';

const alertParams = z.strictObject({ id: countText(1, 999_999_999) });
const done = { caseNumber: 'E0110-20261122-000123', version: 6, moveVersion: 6 };

/** What people do to cases and alerts. The desk's socket does the same through the same use cases. */
export const actOperations = {
  moveCase: operation({
    method: 'POST',
    path: '/api/v1/cases/{number}/moves',
    tag: 'cases',
    summary: { zh: '办理案件', en: 'Move a case' },
    description:
      'The same requestId twice is one act. With `expected` nothing is written when somebody moved the case since. An ' +
      'illegal move is answered with the moves that are legal now.',
    params: caseNumberParams,
    body: {
      kind: 'json',
      schema: moveRequestSchema,
      example: {
        requestId: '0f3c9f2e-dispatch-1',
        expected: 5,
        move: { move: 'dispatch', department: '120101-sanitation', supporting: [], note: '请于两小时内清运' },
      },
    },
    answer: { kind: 'json', status: 200, schema: actDoneSchema, example: done },
    problems: ['not-found', 'illegal-move', 'version-conflict', 'limit-reached'],
  }),
  takeAlert: operation({
    method: 'POST',
    path: '/api/v1/alerts/{id}/take',
    tag: 'alerts',
    summary: { zh: '认领告警', en: 'Take an alert' },
    params: alertParams,
    answer: { kind: 'json', status: 200, schema: actDoneSchema, example: done },
    problems: ['not-found', 'already-taken'],
  }),
  releaseAlert: operation({
    method: 'POST',
    path: '/api/v1/alerts/{id}/release',
    tag: 'alerts',
    summary: { zh: '退回告警', en: 'Give an alert back' },
    params: alertParams,
    answer: { kind: 'json', status: 200, schema: actDoneSchema, example: done },
    problems: ['not-found', 'already-taken'],
  }),
  closeAlert: operation({
    method: 'POST',
    path: '/api/v1/alerts/{id}/close',
    tag: 'alerts',
    summary: { zh: '人工关闭告警', en: 'Close an alert by hand, and say why' },
    description:
      'Its case and its clocks go on as they are; this alert is not raised again, a later one of the case is.',
    params: alertParams,
    body: { kind: 'json', schema: closeOrderSchema, example: { kind: 'handled', note: '街道已电话确认' } },
    answer: { kind: 'json', status: 200, schema: actDoneSchema, example: done },
    problems: ['not-found', 'already-taken', 'illegal-move'],
  }),
  shelveAlert: operation({
    method: 'POST',
    path: '/api/v1/alerts/{id}/shelve',
    tag: 'alerts',
    summary: { zh: '搁置告警', en: 'Put an alert aside for a while' },
    description:
      'It stays counted and seen by all, and is open again at its end, or before when its case is put under supervision. ' +
      'Taking it or giving it back ends it too.',
    params: alertParams,
    body: {
      kind: 'json',
      schema: shelfOrderSchema,
      example: { reason: '备件明早到货', until: 1_795_402_800_000 },
    },
    answer: { kind: 'json', status: 200, schema: actDoneSchema, example: done },
    problems: ['not-found', 'already-taken'],
  }),
} as const;
