import { evaluate, type CountOf, type Figure } from '#domain/indicator/evaluate.ts';
import { compare, decimalText, fraction, multiply, type Fraction } from '#domain/indicator/fraction.ts';
import { gradeOf, ranksOf } from '#domain/indicator/grade.ts';
import { formulaOf, type Indicator } from '#domain/indicator/indicator.ts';
import { indicator } from '#domain/indicator/registry.ts';
import type { EvaluationSettings } from '#domain/indicator/settings.ts';
import type { EvaluationCell } from '#wire/http/evaluation.ts';

/** A figure ready to be ranked: its value per cent where it is a share. */
export type Reckoned = { figure: Figure; points: Fraction | null; tooFew: boolean };

/** One indicator of one group. */
export function reckon(of: Indicator, countOf: CountOf, settings: EvaluationSettings): Reckoned {
  const figure = evaluate(of.id, countOf, settings);
  const points = figure.value === null || of.unit !== 'percent' ? figure.value : multiply(figure.value, fraction(100));
  const sample = sampleOf(of, figure, countOf, settings);
  return { figure, points, tooFew: sample !== null && sample < settings.leastSample };
}

/** How much a figure rests on: its denominator, or the largest of a score's parts. A count is no sample. */
function sampleOf(of: Indicator, figure: Figure, countOf: CountOf, settings: EvaluationSettings): number | null {
  const formula = formulaOf(of, settings);
  if (formula.form === 'ratio' || formula.form === 'mean-hours') return figure.denominator ?? 0;
  if (formula.form !== 'score') return null;
  const parts = formula.parts.map((part) => {
    const { numerator, denominator } = evaluate(part.indicator, countOf, settings);
    return (part.as === 'bands' ? numerator : denominator) ?? 0;
  });
  return Math.max(0, ...parts);
}

/** A cell without rank. */
export function cellOf(
  of: Indicator,
  { figure, points, tooFew }: Reckoned,
  settings: EvaluationSettings,
): EvaluationCell {
  const text = points === null ? null : decimalText(points, of.unit === 'count' ? 0 : 2);
  const graded = points !== null && !tooFew && of.better === 'higher' && (of.unit === 'percent' || of.unit === 'score');
  return {
    value: text === null ? null : Number(text),
    text,
    numerator: figure.numerator,
    denominator: figure.denominator,
    why: figure.why,
    tooFew,
    grade: graded ? gradeOf(points, settings.grades) : null,
    rank: null,
    rankBefore: null,
    before: null,
  };
}

/** Ranks of rows by one indicator: rows of too small a sample and figures that are neither good nor bad have none. */
export function rankRows(of: Indicator, rows: readonly Reckoned[]): (number | null)[] {
  if (of.better === 'neither') return rows.map(() => null);
  return ranksOf(
    rows.map(({ points, tooFew }) => (tooFew ? null : points)),
    of.better === 'lower',
  );
}

/** Best first; too small samples after the others, no value last. */
export function byWorth(id: string): (a: Reckoned | undefined, b: Reckoned | undefined) => number {
  const lower = indicator(id).better === 'lower';
  return (a, b) => {
    const place = (one: Reckoned | undefined): number => (one?.points == null ? 2 : one.tooFew ? 1 : 0);
    if (place(a) !== place(b)) return place(a) - place(b);
    if (a?.points == null || b?.points == null) return 0;
    return lower ? compare(a.points, b.points) : compare(b.points, a.points);
  };
}
