import { add, divide, fraction, multiply, subtract, type Fraction } from './fraction.ts';
import type { Formula, ScorePart, Term } from './formula.ts';
import { formulaOf } from './indicator.ts';
import { indicator } from './registry.ts';
import type { EvaluationSettings } from './settings.ts';

/** Why a figure has no value. */
export type WhyNone = 'zero-denominator' | 'not-kept' | 'missing-part';

/**
 * A figure with what it was made of. `value` is a plain number, a share of 1 (0.9881 for 98.81 %), hours or a score of
 * 0 to 100, by the indicator's unit. A count is its own numerator and has no denominator.
 */
export type Figure = {
  readonly value: Fraction | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly why: WhyNone | null;
};

/** How often a term was counted. Whole numbers. */
export type CountOf = (term: Term) => number;

/** An indicator's figure from counted facts. Throws RangeError for an unknown id. */
export function evaluate(id: string, countOf: CountOf, settings: EvaluationSettings): Figure {
  const formula = formulaOf(indicator(id), settings);
  switch (formula.form) {
    case 'not-kept':
    case 'grade':
      return none('not-kept');
    case 'count': {
      const total = formula.terms.reduce((sum, term) => sum + term.sign * countOf(term), 0);
      return { value: fraction(total), numerator: total, denominator: null, why: null };
    }
    case 'ratio': {
      const top = evaluate(formula.numerator, countOf, settings);
      const bottom = evaluate(formula.denominator, countOf, settings);
      return ratioOf(top, bottom);
    }
    case 'mean-hours': {
      const seconds = countOf(formula.seconds);
      const number = evaluate(formula.count, countOf, settings).numerator ?? 0;
      const parts = { numerator: seconds, denominator: number };
      if (number === 0) return { value: null, ...parts, why: 'zero-denominator' };
      return { value: fraction(Math.round(seconds), BigInt(number) * 3600n), ...parts, why: null };
    }
    case 'score':
      return scoreOf(formula.parts, countOf, settings);
  }
}

/** Every term that an indicator needs counted, once each. */
export function termsOf(id: string, settings: EvaluationSettings): Term[] {
  const found = new Map<string, Term>();
  for (const term of allTerms(formulaOf(indicator(id), settings), settings)) {
    found.set(`${term.kind} ${term.measure} ${term.channel}`, term);
  }
  return [...found.values()];
}

function allTerms(formula: Formula, settings: EvaluationSettings): Term[] {
  const of = (id: string): Term[] => allTerms(formulaOf(indicator(id), settings), settings);
  switch (formula.form) {
    case 'count':
      return [...formula.terms];
    case 'ratio':
      return [...of(formula.numerator), ...of(formula.denominator)];
    case 'mean-hours':
      return [formula.seconds, ...of(formula.count)];
    case 'score':
      return formula.parts.flatMap((part) => of(part.indicator));
    case 'grade':
    case 'not-kept':
      return [];
  }
}

/** One counted figure over another. */
export function ratioOf(top: Figure, bottom: Figure): Figure {
  const parts = { numerator: top.numerator, denominator: bottom.numerator };
  if (top.value === null || bottom.value === null) return { value: null, ...parts, why: top.why ?? bottom.why };
  if (bottom.value.n === 0n) return { value: null, ...parts, why: 'zero-denominator' };
  return { value: divide(top.value, bottom.value), ...parts, why: null };
}

function scoreOf(parts: readonly ScorePart[], countOf: CountOf, settings: EvaluationSettings): Figure {
  let sum = fraction(0);
  let weights = 0;
  for (const part of parts) {
    const points = pointsOf(part, countOf, settings);
    if (points === null) continue;
    sum = add(sum, multiply(points, fraction(part.weight)));
    weights += part.weight;
  }
  const complete = weights === parts.reduce((total, { weight }) => total + weight, 0);
  if (weights === 0 || (!complete && settings.choices.missingPart === 'no-score')) return none('missing-part');
  return { value: divide(sum, fraction(weights)), numerator: null, denominator: null, why: null };
}

/** 0 to 100 points of one part; null where its rate has no value. */
function pointsOf(part: ScorePart, countOf: CountOf, settings: EvaluationSettings): Fraction | null {
  const { value, numerator } = evaluate(part.indicator, countOf, settings);
  if (part.as === 'bands') {
    const band = part.bands?.find(({ upTo }) => upTo === null || (numerator ?? 0) <= upTo);
    return band ? fraction(band.score) : null;
  }
  if (value === null) return null;
  const share = part.as === 'complement' ? subtract(fraction(1), value) : value;
  // A rate that runs over, such as more reworks than disposals, scores no worse than none and no better than all.
  const points = multiply(share, fraction(100));
  if (points.n < 0n) return fraction(0);
  return points.n > 100n * points.d ? fraction(100) : points;
}

function none(why: WhyNone): Figure {
  return { value: null, numerator: null, denominator: null, why };
}
