import type { Stage } from '#domain/case/stage.ts';
import type { Limit, LimitUnit } from '#domain/clock/limit.ts';
import type { LimitSeason } from '#domain/calendar/season.ts';
import type { Trade } from '#domain/department/department.ts';
import type { BilingualName, CategoryKey } from './category.ts';

/** The units by the standard's own words (GB/T 30428.8), with short English ones. */
export const LIMIT_UNIT_NAMES: Readonly<Record<LimitUnit, BilingualName>> = {
  'urgent-hour': { zh: '紧急工作时', en: 'urgent hours' },
  'working-hour': { zh: '工作时', en: 'working hours' },
  'working-day': { zh: '工作日', en: 'working days' },
  'urgent-day': { zh: '紧急工作日', en: 'urgent days' },
  day: { zh: '天', en: 'days' },
  minute: { zh: '分钟', en: 'minutes' },
};

/** A filing condition is named by its category and its number within it, from 1; cases refer to both for ever. */
export type ConditionId = { readonly categoryKey: CategoryKey; readonly conditionNo: number };

/**
 * 立案条件: what must be found for a case of this category to be filed, what must be so for it to close, and how long
 * its disposal may take. The limit belongs to the condition, not to the category (GB/T 30428.8).
 */
export type FilingCondition = ConditionId & {
  readonly condition: BilingualName;
  readonly closeCondition: BilingualName;
  /** Disposal limit 处置时限. */
  readonly limit: Limit;
  /** The season in which alone the limit runs; null: all year. */
  readonly season: LimitSeason | null;
  /** The limit's unit as the standard calls it. */
  readonly unitName: BilingualName;
  /** The trade of the department that as a rule disposes of it. */
  readonly office: Trade;
  /** The department as the handbook names it; empty where it names none. */
  readonly officeName: string;
  /** True where no city's limit is at hand and that of a like category stands in. */
  readonly generic: boolean;
  readonly source: string;
  /** Epoch ms since when no case is filed under it; null for one in use. */
  readonly retiredAt: number | null;
};

/** The limit that a disposal's clock gets: with the condition's season. */
export function disposalLimitOf({ limit, season }: Pick<FilingCondition, 'limit' | 'season'>): Limit {
  return season === null ? limit : { ...limit, season };
}

/** Limit of a stage other than 处置, whose limit comes with the filing condition. */
export type StageLimit = {
  readonly stage: Exclude<Stage, 'dispose'>;
  /** The district whose platform has this limit instead of the city's; absent: the city's own. */
  readonly districtCode?: string;
  readonly limit: Limit;
  /** A platform's own choice within the standard's frame: an operator may change it. */
  readonly configurable: true;
  readonly source: string;
};

/** What a stage limit is named by: `check`, `check@120116`. */
export function stageLimitKey(stage: StageLimit['stage'], districtCode?: string | null): string {
  return districtCode == null ? stage : `${stage}@${districtCode}`;
}
