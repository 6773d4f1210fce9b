import type { DayName } from './calendar.ts';
import type { CompiledCalendar } from './compile.ts';
import { dateOfEpochDay, epochDayOf, weekdayOfEpochDay } from './dates.ts';
import { isProvisionalAt } from './published.ts';
import { dayIndexAt } from './working-time.ts';

/** Why a day is worked or not. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup-workday';

/** What a calendar says of one day. */
export interface DayInfo {
  /** `YYYY-MM-DD` in the calendar's zone. */
  readonly date: string;
  /** ISO weekday, 1 = Monday. */
  readonly weekday: number;
  readonly workday: boolean;
  readonly kind: DayKind;
  /** `HH:MM` pairs; empty on a day that is not worked. */
  readonly hours: readonly (readonly [from: string, to: string])[];
  /** Of the holiday, or of the holiday a make-up day pays for. */
  readonly name: DayName | null;
  /** Who published the day; null where the weekday alone decides. */
  readonly source: string | null;
  /** The year's holidays are not published yet. */
  readonly provisional: boolean;
}

/** Date, weekday and time of day that the calendar's zone shows at an instant. */
export interface LocalTime {
  readonly date: string;
  readonly weekday: number;
  /** `HH:MM`. */
  readonly time: string;
}

/** What the calendar says of a `YYYY-MM-DD` date. Throws RangeError when it is no date or outside the calendar's years. */
export function dayInfo(calendar: CompiledCalendar, date: string): DayInfo {
  const index = dayIndexOf(calendar, date);
  const special = calendar.special.get(index);
  const last = calendar.dayInterval[index + 1] as number;
  const hours: [string, string][] = [];
  for (let interval = calendar.dayInterval[index] as number; interval < last; interval++) {
    const end = calendar.intervalEnd[interval] as number;
    const endsDay = end === calendar.dayStart[index + 1];
    hours.push([
      localTime(calendar, calendar.intervalStart[interval] as number).time,
      endsDay ? '24:00' : localTime(calendar, end).time,
    ]);
  }
  return {
    date,
    weekday: weekdayOfEpochDay(calendar.firstDay + index),
    workday: calendar.workday[index] === 1,
    kind: dayKind(calendar, index),
    hours,
    name: special?.name ?? null,
    source: special?.source ?? null,
    provisional: isProvisionalAt(calendar, calendar.dayStart[index] as number),
  };
}

/** Why the day of an index is worked or not. */
export function dayKind(calendar: CompiledCalendar, index: number): DayKind {
  const worked = calendar.workday[index] === 1;
  const worksByWeek = calendar.calendar.workweek.includes(weekdayOfEpochDay(calendar.firstDay + index));
  if (worked) return worksByWeek ? 'workday' : 'makeup-workday';
  return calendar.special.has(index) ? 'holiday' : 'weekend';
}

/** Index of a `YYYY-MM-DD` date. Throws RangeError when it is no date or outside the calendar's years. */
export function dayIndexOf(calendar: CompiledCalendar, date: string): number {
  const index = epochDayOf(date) - calendar.firstDay;
  if (index >= 0 && index < calendar.dayCount) return index;
  const { version, firstYear, lastYear } = calendar.calendar;
  throw new RangeError(`${date} is outside calendar ${version}, years ${firstYear} to ${lastYear}`);
}

/** First instants of a `YYYY-MM-DD` date and of the day after, as UTC epoch milliseconds. */
export function dayBounds(calendar: CompiledCalendar, date: string): { readonly from: number; readonly to: number } {
  const index = dayIndexOf(calendar, date);
  return { from: calendar.dayStart[index] as number, to: calendar.dayStart[index + 1] as number };
}

/** `YYYY-MM-DD` of an instant in the calendar's zone. Throws RangeError outside the calendar's years. */
export function dateAt(calendar: CompiledCalendar, instant: number): string {
  return dateOfEpochDay(calendar.firstDay + dayIndexAt(calendar, instant));
}

/** What clocks in the calendar's zone show at an instant, inside or outside the calendar's years. */
export function localTime(calendar: CompiledCalendar, instant: number): LocalTime {
  const shown = new Date(instant + calendar.zone.offsetAt(instant)).toISOString();
  const date = shown.slice(0, 10);
  return { date, weekday: weekdayOfEpochDay(epochDayOf(date)), time: shown.slice(11, 16) };
}
