import { describe, expect, it } from 'vitest';
import { evaluate, termsOf } from '#domain/indicator/evaluate.ts';
import { decimalText } from '#domain/indicator/fraction.ts';
import { gradeOf, ranksOf } from '#domain/indicator/grade.ts';
import { fraction } from '#domain/indicator/fraction.ts';
import type { Term } from '#domain/indicator/formula.ts';
import { findIndicator, indicatorNamed, INDICATORS } from '#domain/indicator/registry.ts';
import { defaultSettings, SETTINGS, withChoices } from '#domain/indicator/settings.ts';

const ids = (kind: string): string[] => INDICATORS.filter((one) => one.kind === kind).map((one) => one.id);

/** Counts by "kind measure", 0 for the rest. */
const counts =
  (given: Record<string, number>) =>
  ({ kind, measure }: Term): number =>
    given[`${kind} ${measure}`] ?? 0;

describe('the registry', () => {
  it('has the standard’s indicators under their numbers', () => {
    expect(ids('basic')).toEqual(Array.from({ length: 27 }, (_, i) => `B${String(i + 1).padStart(2, '0')}`));
    expect(ids('ratio')).toEqual(Array.from({ length: 16 }, (_, i) => `R${String(i + 1).padStart(2, '0')}`));
    expect(ids('composite')).toEqual(['S01', 'S02', 'S03', 'S04', 'S05', 'S06']);
    expect(INDICATORS.every(({ name, source }) => name.zh !== '' && name.en !== '' && source !== '')).toBe(true);
  });

  it('gives no name to two indicators, and every id once', () => {
    const names = INDICATORS.flatMap((one) => [one.name.zh, ...one.aliases]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(INDICATORS.map((one) => one.id)).size).toBe(INDICATORS.length);
  });

  it('finds an indicator by any of its names', () => {
    expect(indicatorNamed('总结案数')?.id).toBe('B26');
    expect(indicatorNamed(' 按时结案数（件）')?.id).toBe('B27');
    expect(indicatorNamed('无此指标')).toBeNull();
  });

  it('evaluates under every choice of every setting', () => {
    for (const setting of SETTINGS) {
      for (const { value } of setting.choices) {
        const settings = withChoices(defaultSettings, { [setting.name]: value });
        for (const { id } of INDICATORS) {
          expect(termsOf(id, settings).every((term) => counts({})(term) === 0)).toBe(true);
          expect(evaluate(id, counts({}), settings).denominator ?? 0).toBe(0);
        }
      }
    }
  });

  it('divides as the setting says', () => {
    const given = counts({ 'rework done': 276, 'whole done': 43_523, 'whole overdue': 8_911, 'dispose done': 1_000 });
    const inPercent = (choice: string): string => {
      const { value } = evaluate('R13', given, withChoices(defaultSettings, { reworkDenominator: choice }));
      return value === null ? '' : decimalText({ n: value.n * 100n, d: value.d }, 2);
    };
    expect(inPercent('closures-due')).toBe('0.53');
    expect(inPercent('disposed')).toBe('27.60');
    expect(() => withChoices(defaultSettings, { reworkDenominator: 'x' })).toThrow(/disposed, closures-due/);
    expect(() => withChoices(defaultSettings, { nothing: 'x' })).toThrow(/there is no setting/);
  });

  it('scores a department by its parts', () => {
    // 60 filed: 90 points × 10 %; closing 90 % and disposal 80 % × 30 %; 5 of 100 reworked: 95 × 30 %.
    const given = counts({
      'file done': 60,
      'whole done': 90,
      'whole overdue': 10,
      'dispose done': 100,
      'dispose onTime': 80,
      'rework done': 5,
    });
    const { value } = evaluate('S01', given, defaultSettings);
    expect(value && decimalText(value, 2)).toBe('88.50');
    expect(value && gradeOf(value, defaultSettings.grades)).toBe('B');
  });

  it('scores what there is where a part is missing, or not at all', () => {
    const given = counts({ 'accept done': 2_500 });
    expect(evaluate('S03', given, defaultSettings).value).toEqual(fraction(100));
    expect(evaluate('S03', given, withChoices(defaultSettings, { missingPart: 'no-score' })).why).toBe('missing-part');
  });

  it('grades at the bounds', () => {
    const grade = (hundredths: number): string => gradeOf(fraction(hundredths, 100), defaultSettings.grades);
    expect([9000, 8999, 7500, 7499, 6000, 5999, 4000, 3999].map(grade)).toEqual([
      'A',
      'B',
      'B',
      'C',
      'C',
      'D',
      'D',
      'E',
    ]);
  });

  it('ranks ties alike and leaves out what has no value', () => {
    const values = [fraction(1, 2), null, fraction(3, 4), fraction(2, 4), fraction(1, 4)];
    expect(ranksOf(values, false)).toEqual([2, null, 1, 2, 4]);
    expect(ranksOf(values, true)).toEqual([2, null, 4, 2, 1]);
  });

  it('knows no other id', () => {
    expect(findIndicator('R99')).toBeNull();
  });
});
