import { z } from 'zod';
import { DEFAULT_LOAD_LIMITS } from '#domain/alert/load-limits.ts';
import { deskViewChangeSchema, deskViewId, deskViewSchema, loadLimitsChangeSchema, loadLimitsSchema } from '../desk.ts';
import { operation } from '../operation.ts';

const params = z.strictObject({ id: deskViewId });
const exampleChange = {
  name: '和平 · 待立案',
  shared: true,
  filter: { view: 'untaken', text: '', district: '120101', stage: 'file', grouping: 'auto' } as const,
};
const exampleView = {
  ...exampleChange,
  id: 'k3x9a7q2',
  owner: '周岚',
  mine: true,
  changedAt: 1_795_309_600_000,
};

/** What officers keep of their desks, and the limits by which their load is told. */
export const deskOperations = {
  listDeskViews: operation({
    method: 'GET',
    path: '/api/v1/desk-views',
    tag: 'alerts',
    summary: { zh: '保存的视图', en: 'Kept views of the queue: one’s own, and those that others share' },
    answer: {
      kind: 'json',
      status: 200,
      schema: z.object({ views: z.array(deskViewSchema) }),
      example: { views: [exampleView] },
    },
  }),
  saveDeskView: operation({
    method: 'POST',
    path: '/api/v1/desk-views/{id}',
    tag: 'alerts',
    summary: { zh: '保存视图', en: 'Keep a view of the queue' },
    description: 'The id of a new one is chosen by whoever makes it, so that asking again is safe.',
    params,
    body: { kind: 'json', schema: deskViewChangeSchema, example: exampleChange },
    answer: { kind: 'json', status: 200, schema: deskViewSchema, example: exampleView },
    problems: ['not-found', 'bad-argument'],
  }),
  removeDeskView: operation({
    method: 'POST',
    path: '/api/v1/desk-views/{id}/remove',
    tag: 'alerts',
    summary: { zh: '删除视图', en: 'Forget a view of one’s own' },
    params,
    answer: { kind: 'json', status: 200, schema: z.object({ removed: z.boolean() }), example: { removed: true } },
  }),
  getLoadLimits: operation({
    method: 'GET',
    path: '/api/v1/load-limits',
    tag: 'platform',
    summary: { zh: '告警负荷限值', en: 'Where the load of alerts stops being bearable' },
    answer: { kind: 'json', status: 200, schema: loadLimitsSchema, example: DEFAULT_LOAD_LIMITS },
  }),
  changeLoadLimits: operation({
    method: 'POST',
    path: '/api/v1/load-limits',
    tag: 'platform',
    summary: { zh: '修改告警负荷限值', en: 'Change the limits of load' },
    description: 'What is left out stays. Every node applies it within fifteen seconds.',
    body: { kind: 'json', schema: loadLimitsChangeSchema, example: { returnMinutes: 20 } },
    answer: {
      kind: 'json',
      status: 200,
      schema: loadLimitsSchema,
      example: { ...DEFAULT_LOAD_LIMITS, returnMinutes: 20 },
    },
  }),
} as const;
