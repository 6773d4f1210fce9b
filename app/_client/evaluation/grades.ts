import type { Grade } from '#domain/indicator/grade.ts';
import { PALETTE, type PaletteName } from '../theme/palette.ts';

/** The heat ramp, which ends below every alarm colour: the worse the grade, the lighter. The letter says it as well. */
const GRADE_COLOUR: Readonly<Record<Grade, PaletteName>> = {
  A: 'heat2',
  B: 'heat3',
  C: 'heat4',
  D: 'heat5',
  E: 'heat6',
};

/** A grade's colour; null where there is none. */
export function gradeColour(grade: Grade | null): string | null {
  return grade === null ? null : PALETTE[GRADE_COLOUR[grade]];
}

/** `90 – 100`, `75 – 90`, …, `0 – 40`: what a grade spans, by the lower bounds of A to D. */
export function gradeRange(bounds: readonly number[], index: number): string {
  return `${bounds[index] ?? 0} – ${index === 0 ? 100 : (bounds[index - 1] ?? 100)}`;
}
