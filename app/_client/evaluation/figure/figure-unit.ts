import type { IndicatorsAnswer } from '#wire/http/evaluation.ts';

export type IndicatorAnswer = IndicatorsAnswer['indicators'][number];
export type IndicatorUnit = IndicatorAnswer['unit'];

/** What stands behind a printed value. */
export function figureUnit(unit: IndicatorUnit): string {
  if (unit === 'percent') return '%';
  return unit === 'hours' ? ' h' : '';
}
