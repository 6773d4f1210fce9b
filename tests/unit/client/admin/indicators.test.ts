import { describe, expect, it } from 'vitest';
import { definitionsOf } from '#application/evaluation/definitions.ts';
import { defaultSettings } from '#domain/indicator/settings.ts';
import {
  boundsOf,
  changeBack,
  changeOf,
  draftOf,
  effectsOf,
  previewAddress,
  touched,
} from '#client/admin/indicators/settings-draft.ts';
import type { EvaluationAnswer, EvaluationCell } from '#wire/http/evaluation.ts';

const definitions = definitionsOf(defaultSettings);
const draft = draftOf(definitions);

describe('a draft of the settings', () => {
  it('holds what is edited alone, and goes back by what the history says', () => {
    expect(changeOf(definitions, draft)).toEqual({});
    const choices = { ...draft.choices, reworkDenominator: 'closures-due' };
    const edited = { choices, grades: ['95', '75', '60', '40'], leastSample: '5' };
    expect(changeOf(definitions, edited)).toEqual({
      choices: { reworkDenominator: 'closures-due' },
      grades: [95, 75, 60, 40],
      leastSample: 5,
    });
    const told = [
      { name: 'reworkDenominator', was: 'disposed' },
      { name: 'grades', was: '90, 75, 60, 40' },
      { name: 'leastSample', was: 20 },
    ];
    expect(changeBack(told)).toEqual({
      choices: { reworkDenominator: 'disposed' },
      grades: [90, 75, 60, 40],
      leastSample: 20,
    });
  });

  it('knows bounds that do not fall', () => {
    expect(boundsOf(['90', '75.5', '60', '0'])).toEqual([90, 75.5, 60, 0]);
    for (const grades of [
      ['90', '90', '60', '40'],
      ['101', '75', '60', '40'],
      ['90', '', '60', '40'],
    ])
      expect(boundsOf(grades)).toBeNull();
    expect(changeOf(definitions, { ...draft, leastSample: 'few' })).toBeNull();
  });

  it('asks for the figures that it defines', () => {
    const change = { choices: { reworkDenominator: 'closures-due' }, leastSample: 5 };
    const ids = touched(definitions, change);
    const rework = definitions.indicators.filter(({ setting }) => setting === 'reworkDenominator');
    expect(rework.length).toBeGreaterThan(0);
    expect(ids).toEqual(expect.arrayContaining(rework.map(({ id }) => id)));
    expect(previewAddress(['R12'], change)).toBe(
      '/api/v1/evaluation?object=place&level=district&span=month&indicators=R12&settings=reworkDenominator%3Aclosures-due&leastSample=5',
    );
  });
});

describe('what a change does', () => {
  const cell = (value: number, grade: EvaluationCell['grade']): EvaluationCell => ({
    value,
    text: value.toFixed(2),
    numerator: 1,
    denominator: 1,
    why: null,
    tooFew: false,
    grade,
    rank: 1,
    rankBefore: 1,
    before: null,
  });
  const span = { kind: 'month', from: 0, to: 0, firstDate: '', lastDate: '', label: '' } as const;
  const answer = (values: readonly EvaluationCell[]): EvaluationAnswer => ({
    object: 'place',
    level: 'district',
    parent: null,
    span,
    before: span,
    asOf: 0,
    countedAt: 0,
    settings: { choices: {}, grades: [90, 75, 60, 40], leastSample: 20 },
    indicators: ['R12'],
    total: { code: '', name: { zh: '', en: '' }, role: 'total', cells: { R12: cell(values.length, null) } },
    rows: values.map((one, at) => ({ code: String(at), name: { zh: '', en: '' }, role: 'one', cells: { R12: one } })),
    totalRows: values.length,
  });

  it('counts districts that change value or grade, and nothing where all stays', () => {
    const now = answer([cell(92, 'A'), cell(80, 'B')]);
    expect(effectsOf(now, now, null)).toEqual([]);
    expect(effectsOf(now, now, [95, 75, 60, 40])).toMatchObject([{ id: 'R12', districts: 0, grades: 1 }]);
    const then = answer([cell(92, 'A'), cell(70, 'C')]);
    expect(effectsOf(now, then, null)).toEqual([{ id: 'R12', now: '2.00', then: '2.00', districts: 1, grades: 1 }]);
  });
});
