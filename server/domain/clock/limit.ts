import type { CompiledCalendar } from '../calendar/compile.ts';
import { dayMs, hourMs, minuteMs } from '../calendar/dates.ts';
import type { LimitSeason } from '../calendar/season.ts';

/** Units of a time limit. */
export const limitUnits = ['urgent-hour', 'working-hour', 'working-day', 'day', 'urgent-day', 'minute'] as const;

/**
 * `urgent-hour` 紧急工作时, `urgent-day` 紧急工作日, `day` 天 and `minute` 分钟 run through nights, weekends and
 * holidays, a day being 24 hours; `working-hour` 工作时 and `working-day` 工作日 count working time only.
 */
export type LimitUnit = (typeof limitUnits)[number];

/** A time limit as a handbook writes it: 2 工作日 is `{ value: 2, unit: 'working-day' }`. Fractions are allowed. */
export interface Limit {
  readonly value: number;
  readonly unit: LimitUnit;
  /** The season that its clock waits for, as the calendar's rule of it says; absent: it runs all year. */
  readonly season?: LimitSeason;
}

/** What a clock counts: working time only, or all time. */
export type ClockBasis = 'working' | 'continuous';

const unitsByName: ReadonlyMap<string, LimitUnit> = new Map([
  ['紧急工作时', 'urgent-hour'],
  ['紧急小时', 'urgent-hour'],
  ['小时', 'urgent-hour'],
  ['工作时', 'working-hour'],
  ['工作小时', 'working-hour'],
  ['工作日', 'working-day'],
  ['天', 'day'],
  ['日', 'day'],
  ['自然日', 'day'],
  ['紧急工作日', 'urgent-day'],
  ['分钟', 'minute'],
  ['分钟(连续)', 'minute'],
]);

/**
 * The unit a Chinese handbook means, or null for a word no handbook seen so far uses. A bare 小时 or 天 is read as
 * running time; a handbook that means working time by it has to say so when it is imported.
 */
export function parseLimitUnit(name: string): LimitUnit | null {
  return unitsByName.get(name.trim().replace('（', '(').replace('）', ')')) ?? null;
}

/** Whether a limit of this unit counts working time or all time. */
export function basisOf(unit: LimitUnit): ClockBasis {
  return unit === 'working-hour' || unit === 'working-day' ? 'working' : 'continuous';
}

/** A limit in milliseconds of its own measure. Throws RangeError unless its value is above 0. */
export function limitMs(limit: Limit, calendar: CompiledCalendar): number {
  if (!(limit.value > 0 && limit.value < Infinity)) throw new RangeError(`a limit must be above 0, not ${limit.value}`);
  return Math.round(limit.value * unitMs(limit.unit, calendar));
}

function unitMs(unit: LimitUnit, calendar: CompiledCalendar): number {
  switch (unit) {
    case 'minute':
      return minuteMs;
    case 'urgent-hour':
    case 'working-hour':
      return hourMs;
    case 'day':
    case 'urgent-day':
      return dayMs;
    case 'working-day':
      return calendar.workingDayMs;
  }
}
