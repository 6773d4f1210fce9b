import { expect, it } from 'vitest';
import { handbookInForce } from '#application/query/handbook-in-force.ts';
import { LIMIT_UNIT_NAMES, type FilingCondition, type StageLimit } from '#domain/category/condition.ts';

const condition = (conditionNo: number, retiredAt: number | null): FilingCondition => ({
  categoryKey: 'gbt30428.2-2013:component:0101',
  conditionNo,
  condition: { zh: '破损', en: '' },
  closeCondition: { zh: '修复', en: '' },
  limit: { value: 2, unit: 'urgent-hour' },
  season: null,
  unitName: LIMIT_UNIT_NAMES['urgent-hour'],
  office: 'water',
  officeName: '自来水公司',
  generic: false,
  source: '手册.xlsx',
  retiredAt,
});
const stage = (name: StageLimit['stage'], value = 30): StageLimit => ({
  ...{ stage: name, configurable: true, source: 'a.csv' },
  limit: { value, unit: 'minute' },
});

it('names source and trade of each condition in use, and limits in the order of the flow', () => {
  const made = handbookInForce({
    conditions: [condition(1, null), condition(2, 5)],
    stageLimits: [stage('check'), stage('accept')],
  });
  expect(made.conditions).toMatchObject([{ no: 1, trade: 'water', department: '自来水公司', source: '手册.xlsx' }]);
  expect(made.stageLimits.map((one) => one.stage)).toEqual(['accept', 'check']);
});

it('has another version where a limit is another', () => {
  const of = (value: number): string =>
    handbookInForce({ conditions: [], stageLimits: [stage('accept', value)] }).version;
  expect(of(30)).toBe(of(30));
  expect(of(30)).not.toBe(of(31));
});
