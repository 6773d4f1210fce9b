import type { Calendar, HoursRule } from './calendar.ts';
import { epochDayOf, minuteMs, minuteOfTime } from './dates.ts';

/** Working hours of a day as pairs of minutes since midnight, ascending and apart. */
export type DayHours = readonly (readonly [from: number, to: number])[];

export interface ReadRule {
  readonly hours: DayHours;
  readonly holdsOn: (epochDay: number, monthDay: string) => boolean;
}

/** Checks a calendar and reads its hours. Throws RangeError naming the part that is wrong. */
export function readRules(calendar: Calendar): readonly ReadRule[] {
  const { version, hours, workweek, firstYear, lastYear } = calendar;
  if (!(Number.isInteger(firstYear) && Number.isInteger(lastYear) && firstYear <= lastYear))
    throw new RangeError(`calendar ${version}: years ${firstYear} to ${lastYear}`);
  if (!workweek.every((day) => Number.isInteger(day) && day >= 1 && day <= 7))
    throw new RangeError(`calendar ${version}: workweek takes ISO weekdays 1 to 7`);
  const base = hours[0];
  if (!base || base.season || base.since || base.until)
    throw new RangeError(`calendar ${version}: the first hours rule must hold on every day`);
  return hours.map((rule) => ({ hours: readHours(version, rule), holdsOn: readScope(rule) }));
}

/** Hours of a `YYYY-MM-DD` date where it is worked: those of the last rule that holds on it, as the rule writes them. */
export function hoursTextsOn({ hours }: Pick<Calendar, 'hours'>, date: string): HoursRule['intervals'] {
  const holds = (rule: HoursRule): boolean => readScope(rule)(epochDayOf(date), date.slice(5));
  return hours.findLast(holds)?.intervals ?? [];
}

/** Working time of a day with these hours, in milliseconds. */
export function lengthOf(hours: DayHours): number {
  return hours.reduce((sum, [from, to]) => sum + (to - from), 0) * minuteMs;
}

function readHours(version: string, rule: HoursRule): DayHours {
  const hours = rule.intervals.map(([from, to]) => [minuteOfTime(from), minuteOfTime(to)] as const);
  let last = 0;
  for (const [from, to] of hours) {
    if (from < last || to <= from)
      throw new RangeError(`calendar ${version}: working intervals must ascend without overlap`);
    last = to;
  }
  return hours;
}

function readScope({ season, since, until }: HoursRule): ReadRule['holdsOn'] {
  const first = since === undefined ? -Infinity : epochDayOf(since);
  const last = until === undefined ? Infinity : epochDayOf(until);
  if (season) {
    // 2024 is a leap year, so that every month and day can be checked against it.
    epochDayOf(`2024-${season.from}`);
    epochDayOf(`2024-${season.to}`);
  }
  return (epochDay, monthDay) => {
    if (epochDay < first || epochDay > last) return false;
    if (!season) return true;
    return season.from <= season.to
      ? monthDay >= season.from && monthDay <= season.to
      : monthDay >= season.from || monthDay <= season.to;
  };
}
