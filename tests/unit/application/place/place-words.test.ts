import { expect, it } from 'vitest';
import { chineseHint, chineseReason } from '#application/place/place-words.ts';
import { PROBLEM_KINDS, type PlaceProblem } from '#domain/place/incoming/feature.ts';

const problem: PlaceProblem = {
  kind: 'overlap',
  codes: ['120101001', '120101002'],
  areaM2: 12_345.6,
  at: [117.2, 39.1],
  line: null,
  field: null,
  reason: 'x',
  hint: 'y',
  refuses: true,
  outline: null,
};

it('says in Chinese which places, how much ground and where', () => {
  expect(chineseReason(problem)).toBe('几个区域重叠（120101001、120101002；12,346 平方米；117.20000, 39.10000）');
  expect(chineseReason({ ...problem, kind: 'no-name', codes: [], areaM2: null, at: null })).toBe('没有名称');
});

it.each(PROBLEM_KINDS)('%s says how to mend it', (kind) => {
  expect(chineseHint({ kind })).toMatch(/\p{Script=Han}/u);
});
