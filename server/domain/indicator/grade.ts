import { compare, fraction, type Fraction } from './fraction.ts';
import type { GradeBounds } from './settings.ts';

/** 评价等级, best first. */
export const GRADES = ['A', 'B', 'C', 'D', 'E'] as const;
export type Grade = (typeof GRADES)[number];

/** The grade of a score or per cent: A from the first bound up, and so on; below the last bound E. */
export function gradeOf(score: Fraction, bounds: GradeBounds): Grade {
  const at = bounds.findIndex((bound) => compare(score, fraction(Math.round(bound * 100), 100)) >= 0);
  return GRADES[at === -1 ? GRADES.length - 1 : at] ?? 'E';
}

/**
 * Ranks from 1, best first; equal values share a rank and the next one skips (1, 2, 2, 4). Null values have none.
 *
 * @param lowerIsBetter for figures such as the rework rate.
 */
export function ranksOf(values: readonly (Fraction | null)[], lowerIsBetter: boolean): (number | null)[] {
  const sorted = values
    .filter((value) => value !== null)
    .sort((a, b) => (lowerIsBetter ? compare(a, b) : compare(b, a)));
  const firstAt = new Map<string, number>();
  sorted.forEach((value, index) => {
    const key = `${value.n}/${value.d}`;
    if (!firstAt.has(key)) firstAt.set(key, index + 1);
  });
  return values.map((value) => (value === null ? null : (firstAt.get(`${value.n}/${value.d}`) ?? null)));
}
