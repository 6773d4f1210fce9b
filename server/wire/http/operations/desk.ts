import { z } from 'zod';
import { DEFAULT_LOAD_LIMITS } from '#domain/alert/load-limits.ts';
import { deskViewChangeSchema, deskViewId, deskViewSchema, loadLimitsChangeSchema, loadLimitsSchema } from '../desk.ts';
import { mentionReadSchema, mentionsSchema, personSchema } from '../mention.ts';
import { operation } from '../operation.ts';
import { exampleSettingChanges, settingChangesSchema } from '../setting-changes.ts';
import { countText } from '../values.ts';

const exampleMention = {
  caseId: 41,
  caseNumber: 'E0110-20261123-000041',
  eventId: 'p7:k3x9a7q2',
  at: 1_795_309_600_000,
  by: { id: 'p7', name: '周岚' },
  text: '@王芳 请看现场照片',
  readAt: null,
};
const examplePerson = {
  ...{ id: 'p9', username: 'wangfang', name: '王芳', role: 'dispatcher', scope: '120101', department: null },
};
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
  listMentionable: operation({
    method: 'GET',
    path: '/api/v1/cases/{number}/people',
    tag: 'cases',
    summary: { zh: '可提及的人员', en: 'Whom a comment on a case may name' },
    description: 'Accounts that may see the case, by a part of their name, user name or department; at most twelve.',
    params: z.strictObject({ number: z.string().max(40) }),
    query: z.strictObject({ text: z.string().max(40).optional() }),
    answer: {
      kind: 'json',
      status: 200,
      schema: z.object({ people: z.array(personSchema) }),
      example: { people: [examplePerson] },
    },
    problems: ['not-found'],
  }),
  listMentions: operation({
    method: 'GET',
    path: '/api/v1/mentions',
    tag: 'cases',
    summary: { zh: '提到我的批注', en: 'Comments that name whoever asks, newest first' },
    query: z.strictObject({ limit: countText(1, 200).optional() }),
    answer: {
      kind: 'json',
      status: 200,
      schema: mentionsSchema,
      example: { unread: 1, mentions: [exampleMention] },
    },
  }),
  readMentions: operation({
    method: 'POST',
    path: '/api/v1/mentions/read',
    tag: 'cases',
    summary: { zh: '标记已读', en: 'Mark mentions as read' },
    body: { kind: 'json', schema: mentionReadSchema, example: { mentions: [{ caseId: 41, eventId: 'p7:k3x9a7q2' }] } },
    answer: { kind: 'json', status: 200, schema: z.object({ read: z.number().int() }), example: { read: 1 } },
  }),
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
    problems: ['bad-argument'],
  }),
  listLoadLimitChanges: operation({
    method: 'GET',
    path: '/api/v1/load-limits/changes',
    tag: 'platform',
    summary: { zh: '告警负荷限值的修改记录', en: 'Who changed the limits of load when' },
    answer: { kind: 'json', status: 200, schema: settingChangesSchema, example: exampleSettingChanges },
  }),
} as const;
