import { DEFAULT_RULES } from '#domain/case/rules.ts';
import { operation } from '../operation.ts';
import { exampleSettingChanges, settingChangesSchema } from '../setting-changes.ts';
import { rulesChangeSchema, rulesSchema } from '../rules.ts';

/** What a city sets about its moves. */
export const ruleOperations = {
  getRules: operation({
    method: 'GET',
    path: '/api/v1/rules',
    tag: 'platform',
    summary: { zh: '流转规则', en: 'What the city sets about moves' },
    answer: { kind: 'json', status: 200, schema: rulesSchema, example: DEFAULT_RULES },
  }),
  changeRules: operation({
    method: 'POST',
    path: '/api/v1/rules',
    tag: 'platform',
    summary: { zh: '修改流转规则', en: 'Change what the city sets about moves' },
    description: 'What is left out stays. It holds for moves from now on; what was moved before stays as it is.',
    body: { kind: 'json', schema: rulesChangeSchema, example: { command: 'one-level' } },
    answer: { kind: 'json', status: 200, schema: rulesSchema, example: { ...DEFAULT_RULES, command: 'one-level' } },
  }),
  listRuleChanges: operation({
    method: 'GET',
    path: '/api/v1/rules/changes',
    tag: 'platform',
    summary: { zh: '流转规则的修改记录', en: 'Who changed the rules when' },
    answer: { kind: 'json', status: 200, schema: settingChangesSchema, example: exampleSettingChanges },
  }),
} as const;
