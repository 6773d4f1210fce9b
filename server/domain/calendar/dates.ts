export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timePattern = /^(\d{2}):(\d{2})$/;

/** Days since 1970-01-01 of a `YYYY-MM-DD` date. Throws RangeError when it is no date. */
export function epochDayOf(date: string): number {
  const match = datePattern.exec(date);
  const ms = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
  if (Number.isNaN(ms) || dateOfEpochDay(ms / dayMs) !== date) throw new RangeError(`not a date: "${date}"`);
  return ms / dayMs;
}

/** `YYYY-MM-DD` of a count of days since 1970-01-01. */
export function dateOfEpochDay(epochDay: number): string {
  return new Date(epochDay * dayMs).toISOString().slice(0, 10);
}

/** ISO weekday of a count of days since 1970-01-01: 1 = Monday … 7 = Sunday. */
export function weekdayOfEpochDay(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** Minutes since midnight of `HH:MM`, `24:00` included. Throws RangeError when it is no time of day. */
export function minuteOfTime(time: string): number {
  const match = timePattern.exec(time);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minute <= 1440) || Number(match?.[2]) > 59) throw new RangeError(`not a time of day: "${time}"`);
  return minute;
}
