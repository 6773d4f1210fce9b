import { z } from 'zod';
import { briefingChangeSchema, briefingId, briefingListSchema, briefingsAnswerSchema } from '../briefing.ts';
import { operation } from '../operation.ts';

const params = z.strictObject({ id: briefingId });
const exampleChange = {
  version: 0,
  name: '晨会',
  shared: false,
  steps: [
    { scene: { kind: 'overview' as const }, note: '昨日概况，一句话', plannedSeconds: 120 },
    { scene: { kind: 'district' as const, target: '120104' }, note: '', plannedSeconds: null },
  ],
};
const exampleList = {
  ...exampleChange,
  id: 'k3x9a7q2',
  version: 1,
  owner: { id: 'u1', name: '高敏' },
  scope: '120000',
  changedAt: 1_795_309_600_000,
};

/** Lists of scenes that somebody steps walls through. */
export const briefingOperations = {
  listBriefings: operation({
    method: 'GET',
    path: '/api/v1/briefings',
    tag: 'platform',
    summary: { zh: '简报列表', en: 'Briefing lists: one’s own, and those that others share' },
    description: 'A shared list of somebody else comes without its notes.',
    answer: { kind: 'json', status: 200, schema: briefingsAnswerSchema, example: { briefings: [exampleList] } },
  }),
  saveBriefing: operation({
    method: 'POST',
    path: '/api/v1/briefings/{id}',
    tag: 'platform',
    summary: { zh: '保存简报', en: 'Keep a briefing list' },
    description:
      'The id of a new list is chosen by whoever makes it, so that asking again is safe. `version` is the one that was ' +
      'read, 0 for a new list.',
    params,
    body: { kind: 'json', schema: briefingChangeSchema, example: exampleChange },
    answer: { kind: 'json', status: 200, schema: briefingListSchema, example: exampleList },
    problems: ['version-conflict', 'bad-argument', 'not-found'],
  }),
  removeBriefing: operation({
    method: 'POST',
    path: '/api/v1/briefings/{id}/remove',
    tag: 'platform',
    summary: { zh: '删除简报', en: 'Forget a briefing list of one’s own' },
    params,
    answer: { kind: 'json', status: 200, schema: z.object({ removed: z.boolean() }), example: { removed: true } },
  }),
} as const;
