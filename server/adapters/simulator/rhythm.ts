import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { dateOfEpochDay, weekdayOfEpochDay } from '#domain/calendar/dates.ts';
import { dayIndexAt } from '#domain/calendar/working-time.ts';
import { CASES_PER_DAY } from '#seed/catalogue/mix.ts';
import { randomOf, WeightedPick } from './random.ts';

/** Reports by hour of the day, in no unit: patrols from 7 on, peaks before noon and mid-afternoon, little at night. */
const HOUR_WEIGHTS = [13, 12, 12, 12, 12, 13, 18, 36, 66, 90, 92, 66, 34, 44, 82, 84, 68, 52, 38, 34, 30, 25, 19, 15];
const HOURS = new WeightedPick(
  HOUR_WEIGHTS.map((weight, hour) => ({ weight, hour })),
  ({ weight }) => weight,
);

/** Share of a mean day by ISO weekday; a week has seven mean days. */
const WEEKDAY_SHARES = [1.04, 1.05, 1.05, 1.05, 1.05, 0.91, 0.85];

/** How much one day differs from the next of its kind: standard deviation as a share. */
const DAY_SPREAD = 0.02;

/** A day of reports: its local date and when each comes in, ascending, epoch ms. */
export type DayOfReports = { dayIndex: number; date: string; arrivals: readonly number[] };

/** The reports of one local day of the calendar. Depends on the seed and the date alone. */
export function dayOfReports(seed: number, calendar: CompiledCalendar, dayIndex: number): DayOfReports {
  const date = dateOfEpochDay(calendar.firstDay + dayIndex);
  const random = randomOf(seed, 'day', date);
  const share = WEEKDAY_SHARES[weekdayOfEpochDay(calendar.firstDay + dayIndex) - 1] ?? 1;
  const count = Math.round(CASES_PER_DAY * share * (1 + DAY_SPREAD * random.normal()));
  const start = calendar.dayStart[dayIndex] as number;
  const hourMs = ((calendar.dayStart[dayIndex + 1] as number) - start) / 24;
  const arrivals = Array.from({ length: count }, () =>
    Math.floor(start + (HOURS.pick(random).hour + random.next()) * hourMs),
  );
  return { dayIndex, date, arrivals: arrivals.sort((a, b) => a - b) };
}

/** Local hour of an instant, 0 to 23, with its fraction. */
export function hourAt(calendar: CompiledCalendar, instant: number): number {
  const start = calendar.dayStart[dayIndexAt(calendar, instant)] as number;
  return (instant - start) / 3_600_000;
}

/** Nights have few patrols: most of what comes in then comes from citizens. */
export function isNight(hour: number): boolean {
  return hour >= 22 || hour < 6;
}
