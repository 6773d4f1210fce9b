import { slotMs, type CompiledCalendar } from './compile.ts';
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
  const { dayStart, dayCount, intervalStart, intervalEnd } = calendar;
  const sinceStart = instant - (dayStart[0] as number);
  if (!(sinceStart >= 0 && instant < (dayStart[dayCount] as number))) throw outsideCalendar(calendar, instant);
  let interval = calendar.slotInterval[(sinceStart / slotMs) | 0] as number;
  while ((intervalEnd[interval] as number) <= instant) interval++;
  // Past the last interval both reads are undefined; only the count of all working time is left to give.
  if (interval === intervalEnd.length) return calendar.workedBefore[interval] as number;
  return (calendar.workedBefore[interval] as number) + Math.max(0, instant - (intervalStart[interval] as number));
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
  if (!(ms > 0)) return addNothing(from, ms);
  const { workedBefore, workedSlotInterval, intervalStart } = calendar;
  const target = workedUntil(calendar, from) + ms;
  // An interval's end belongs to it, so the look-up goes by the millisecond before.
  let interval = workedSlotInterval[((target - 1) / slotMs) | 0] as number;
  while ((workedBefore[interval + 1] as number) < target) interval++;
  // Too much work leaves the tables: the index runs past the last interval, or was none to begin with.
  if (!(interval < intervalStart.length)) throw pastCalendar(calendar, ms);
  return (intervalStart[interval] as number) + (target - (workedBefore[interval] as number));
}

function addNothing(from: number, ms: number): number {
  if (ms === 0) return from;
  throw new RangeError(`working time to add must be 0 or more, not ${ms}`);
}

function pastCalendar({ calendar }: CompiledCalendar, ms: number): RangeError {
  return new RangeError(`${ms} ms of working time end after calendar ${calendar.version}`);
}

function outsideCalendar({ calendar }: CompiledCalendar, instant: number): RangeError {
  const shown = Math.abs(instant) <= 8.64e15 ? new Date(instant).toISOString() : String(instant);
  return new RangeError(
    `${shown} is outside calendar ${calendar.version}, years ${calendar.firstYear} to ${calendar.lastYear}`,
  );
}
