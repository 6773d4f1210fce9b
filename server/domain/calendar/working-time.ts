import { bucketMs, type CompiledCalendar } from './compile.ts';
import { dayMs } from './dates.ts';

/** Index of the local day an instant lies in. Throws RangeError outside the calendar's years. */
export function dayIndexAt(calendar: CompiledCalendar, instant: number): number {
  const { dayStart, dayCount } = calendar;
  if (!(instant >= (dayStart[0] as number) && instant < (dayStart[dayCount] as number))) {
    throw outsideCalendar(calendar, instant);
  }
  // Days of 23 or 25 hours shift local midnight by an hour or so, never the guess by more than a day or two.
  let index = Math.min(dayCount - 1, Math.floor((instant - (dayStart[0] as number)) / dayMs));
  while ((dayStart[index] as number) > instant) index--;
  while ((dayStart[index + 1] as number) <= instant) index++;
  return index;
}

/** Working time from the start of the calendar's table to an instant, in milliseconds. */
export function workedUntil(calendar: CompiledCalendar, instant: number): number {
  const { intervalStart, intervalEnd, dayInterval } = calendar;
  const day = dayIndexAt(calendar, instant);
  let worked = calendar.workedBeforeDay[day] as number;
  const end = dayInterval[day + 1] as number;
  for (let interval = dayInterval[day] as number; interval < end; interval++) {
    const start = intervalStart[interval] as number;
    if (instant <= start) break;
    worked += Math.min(instant, intervalEnd[interval] as number) - start;
  }
  return worked;
}

/** Working time between two instants, in milliseconds; negative when `to` is before `from`. */
export function workingMsBetween(calendar: CompiledCalendar, from: number, to: number): number {
  return workedUntil(calendar, to) - workedUntil(calendar, from);
}

/**
 * The first instant at which `ms` of working time have passed since `from`; `from` itself for 0.
 * Throws RangeError for a negative `ms`, and when the answer lies outside the calendar's years.
 */
export function addWorkingMs(calendar: CompiledCalendar, from: number, ms: number): number {
  if (!(ms >= 0)) throw new RangeError(`working time to add must be 0 or more, not ${ms}`);
  if (ms === 0) return from;
  const { workedBefore, bucketInterval, intervalStart } = calendar;
  const target = workedUntil(calendar, from) + ms;
  if (target > (workedBefore[intervalStart.length] as number)) {
    throw new RangeError(`${ms} ms of working time end after calendar ${calendar.calendar.version}`);
  }
  let interval = bucketInterval[Math.floor(target / bucketMs)] as number;
  while ((workedBefore[interval + 1] as number) < target) interval++;
  return (intervalStart[interval] as number) + (target - (workedBefore[interval] as number));
}

function outsideCalendar({ calendar }: CompiledCalendar, instant: number): RangeError {
  const shown = Math.abs(instant) <= 8.64e15 ? new Date(instant).toISOString() : String(instant);
  return new RangeError(
    `${shown} is outside calendar ${calendar.version}, years ${calendar.firstYear} to ${calendar.lastYear}`,
  );
}
