import { dayMs, hourMs, minuteMs } from '#domain/calendar/dates.ts';
import { basisOf, limitUnits, type Limit, type LimitUnit } from '#domain/clock/limit.ts';
import type { DictionaryCategory } from '../../stores/dictionary-store.ts';
import type { HandbookAnswer } from '#wire/http/handbook.ts';
import { holds } from '../names.ts';

type Condition = NonNullable<DictionaryCategory['conditions']>[number];

/** Who answers for a condition and where its limit is from. */
export type LimitStanding = Pick<HandbookAnswer['conditions'][number], 'trade' | 'department' | 'source'>;

/** A filing condition beside the category it belongs to; `standing` null: retired, or the handbook is not here yet. */
export type LimitRow = {
  readonly key: string;
  readonly category: DictionaryCategory;
  readonly condition: Condition;
  readonly standing: LimitStanding | null;
};

/** All filing conditions, in the order of the catalogue, with what the handbook in force says of each. */
export function limitRows(
  categories: readonly DictionaryCategory[],
  inForce: HandbookAnswer['conditions'] = [],
): LimitRow[] {
  const standings = new Map(inForce.map((one) => [`${one.category}#${one.no}`, one]));
  return categories.flatMap((category) =>
    (category.conditions ?? []).map((condition) => {
      const key = `${category.key}#${condition.no}`;
      return { key, category, condition, standing: standings.get(key) ?? null };
    }),
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
export function passes(
  { words, kind, unit, retired }: LimitFilter,
  { key, category, condition, standing }: LimitRow,
): boolean {
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
      standing?.department ?? '',
      standing?.source ?? '',
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

/** A condition's limit with the season that it waits for. */
export function seasonal({ limit, season }: Condition): Limit {
  return season === undefined ? limit : { ...limit, season };
}

/** Whether a limit runs through nights, weekends and holidays. */
export function runsThrough(limit: Limit): boolean {
  return basisOf(limit.unit) === 'continuous';
}
