import type { Calendar, SpecialDay } from './calendar.ts';
import { withPublished } from './published.ts';

/** A year's holiday arrangement as one authority published it; some of its days may lie in a neighbouring year. */
export interface Notice {
  readonly year: number;
  readonly days: readonly SpecialDay[];
}

/** Years that a calendar's table reaches past its last notice, so that limits given then still end inside it. */
const REACH_YEARS = 10;

/** The year of the notice that arranged a day. */
export function noticeYearOf({ date, noticeYear }: SpecialDay): number {
  return noticeYear ?? Number(date.slice(0, 4));
}

/**
 * The calendar with notices in force: each replaces all days that an earlier notice of its year arranged, and any other
 * notice's word on its own dates. A notice without days publishes nothing.
 */
export function withNotices(calendar: Calendar, notices: readonly Notice[], version: string): Calendar {
  const given = notices.filter(({ days }) => days.length > 0);
  const special = new Map(calendar.specialDays.map((day) => [day.date, day]));
  for (const { year, days } of given) {
    for (const [date, day] of special) if (noticeYearOf(day) === year) special.delete(date);
    for (const day of days) special.set(day.date, markedBy(year, day));
  }
  const years = given.map(({ year }) => year);
  const { publishedAlso: _, ...rest } = calendar;
  return {
    ...rest,
    ...withPublished(calendar, years),
    version,
    specialDays: [...special.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    firstYear: Math.min(calendar.firstYear, ...years),
    lastYear: Math.max(calendar.lastYear, ...years.map((year) => year + REACH_YEARS)),
  };
}

function markedBy(year: number, { date, workday, name, source }: SpecialDay): SpecialDay {
  const day = { date, workday, name, source };
  return Number(date.slice(0, 4)) === year ? day : { ...day, noticeYear: year };
}
