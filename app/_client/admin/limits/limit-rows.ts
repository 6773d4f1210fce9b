import { dayMs, hourMs, minuteMs } from '#domain/calendar/dates.ts';
import { basisOf, limitUnits, type Limit, type LimitUnit } from '#domain/clock/limit.ts';
import type { DictionaryCategory } from '../../stores/dictionary-store.ts';
import { holds } from '../names.ts';

type Condition = NonNullable<DictionaryCategory['conditions']>[number];

/** A filing condition beside the category it belongs to. */
export type LimitRow = { readonly key: string; readonly category: DictionaryCategory; readonly condition: Condition };

/** All filing conditions, in the order of the catalogue. */
export function limitRows(categories: readonly DictionaryCategory[]): LimitRow[] {
  return categories.flatMap((category) =>
    (category.conditions ?? []).map((condition) => ({ key: `${category.key}#${condition.no}`, category, condition })),
  );
}

export type LimitFilter = {
  readonly words: string;
  readonly kind: DictionaryCategory['kind'] | null;
  readonly unit: LimitUnit | null;
  /** Whether conditions under which nothing is filed any more are shown too. */
  readonly retired: boolean;
};

/** Whether a filing condition passes the filter. */
export function passes({ words, kind, unit, retired }: LimitFilter, { key, category, condition }: LimitRow): boolean {
  return (
    (retired || !isRetired(condition)) &&
    (kind === null || category.kind === kind) &&
    (unit === null || condition.limit.unit === unit) &&
    holds(words, [
      key,
      category.nameZh,
      category.nameEn,
      condition.zh,
      condition.en,
      condition.closeZh,
      condition.closeEn,
    ])
  );
}

/** A condition that older cases were filed under and no new one is. */
export function isRetired(condition: Condition): boolean {
  return condition.retired === true;
}

/** Units that occur, in the order of the standard. */
export function unitsIn(rows: readonly LimitRow[]): LimitUnit[] {
  return limitUnits.filter((unit) => rows.some(({ condition }) => condition.limit.unit === unit));
}

/**
 * How long a limit is, to sort by: milliseconds of running time, a working hour taken for three and a working day for a
 * day, so that limits of different measures stand in about the order in which they fall due.
 */
export function roughMs({ value, unit }: Limit): number {
  switch (unit) {
    case 'minute':
      return value * minuteMs;
    case 'urgent-hour':
      return value * hourMs;
    case 'working-hour':
      return value * 3 * hourMs;
    case 'working-day':
    case 'urgent-day':
    case 'day':
      return value * dayMs;
  }
}

/** Whether a limit runs through nights, weekends and holidays. */
export function runsThrough(limit: Limit): boolean {
  return basisOf(limit.unit) === 'continuous';
}
