import type { CompiledCalendar } from './compile.ts';
import { LIMIT_SEASONS, type LimitSeason } from './season.ts';

/**
 * The first instant from `at` on that lies in the season. Throws RangeError where that is outside the calendar's years.
 */
export function nextInSeason(calendar: CompiledCalendar, season: LimitSeason, at: number): number {
  const { dayStart, dayCount } = calendar;
  const last = dayStart[dayCount] as number;
  const span = calendar.seasons[season].off.find(({ to }) => to > at);
  const open = span !== undefined && span.from <= at ? span.to : at;
  if (at >= (dayStart[0] as number) && open < last) return open;
  throw new RangeError(`the next ${season} season is outside calendar ${calendar.calendar.version}`);
}

/** Whether two calendars hold clocks by other seasons. */
export function seasonsDiffer(a: CompiledCalendar, b: CompiledCalendar): boolean {
  return LIMIT_SEASONS.some(
    (season) => JSON.stringify(a.seasons[season].rule) !== JSON.stringify(b.seasons[season].rule),
  );
}
