import type { Calendar } from './calendar.ts';
import { compileCalendar } from './compile.ts';
import { dateOfEpochDay, hourMs } from './dates.ts';
import { dayInfo } from './days.ts';

/** One day of a year as a table prints it. */
export interface YearDay {
  /** `YYYY-MM-DD` in the calendar's zone. */
  readonly date: string;
  readonly workday: boolean;
  /** Working hours of the day, 0 where it is not worked. */
  readonly hours: number;
  /** Who says so: a notice with the holiday's name, or the weekday alone. */
  readonly source: string;
  /** No notice is published for the day's year. */
  readonly provisional: boolean;
}

/** Every day of a year, 1 January to 31 December; the calendar's own table of years does not matter. */
export function daysOfYear(calendar: Calendar, year: number): readonly YearDay[] {
  const compiled = compileCalendar({ ...calendar, firstYear: year, lastYear: year });
  return Array.from({ length: compiled.dayCount }, (_, index) => {
    const { date, workday, name, source, provisional } = dayInfo(compiled, dateOfEpochDay(compiled.firstDay + index));
    const first = compiled.dayInterval[index] as number;
    const last = compiled.dayInterval[index + 1] as number;
    const workedMs = (compiled.workedBefore[last] as number) - (compiled.workedBefore[first] as number);
    const byWeekday = provisional ? `weekday rule: no notice for ${year}` : 'weekday rule';
    return {
      date,
      workday,
      hours: workedMs / hourMs,
      source: source === null ? byWeekday : `${name?.zh ?? ''} · ${source}`,
      provisional,
    };
  });
}
