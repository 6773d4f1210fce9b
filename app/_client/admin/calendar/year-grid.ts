import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { dateOfEpochDay, epochDayOf } from '#domain/calendar/dates.ts';
import { dayInfo, type DayInfo } from '#domain/calendar/days.ts';

/** A month as weeks of seven from Monday on; null where a day belongs to another month. */
export type MonthGrid = { readonly month: number; readonly weeks: readonly (readonly (DayInfo | null)[])[] };

/** The twelve months of a year. Throws RangeError outside the calendar's years. */
export function yearGrid(calendar: CompiledCalendar, year: number): MonthGrid[] {
  return Array.from({ length: 12 }, (_, index) => monthGrid(calendar, year, index + 1));
}

function monthGrid(calendar: CompiledCalendar, year: number, month: number): MonthGrid {
  const first = epochDayOf(`${year}-${String(month).padStart(2, '0')}-01`);
  const days: (DayInfo | null)[] = [];
  for (let epochDay = first; Number(dateOfEpochDay(epochDay).slice(5, 7)) === month; epochDay++)
    days.push(dayInfo(calendar, dateOfEpochDay(epochDay)));
  const before = (days[0]?.weekday ?? 1) - 1;
  const cells: (DayInfo | null)[] = [...Array<null>(before).fill(null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return { month, weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)) };
}

export type YearSums = {
  readonly workdays: number;
  readonly holidays: number;
  readonly makeups: number;
  readonly provisional: boolean;
};

/** How many days of a year are worked, are holidays on a weekday or weekend, and are made up for. */
export function yearSums(months: readonly MonthGrid[]): YearSums {
  const days = months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null);
  return {
    workdays: days.filter(({ workday }) => workday).length,
    holidays: days.filter(({ kind }) => kind === 'holiday').length,
    makeups: days.filter(({ kind }) => kind === 'makeup-workday').length,
    provisional: days.some(({ provisional }) => provisional),
  };
}

/** Special days of a year that follow one another under one name: 春节 from its first to its last day. */
export type SpecialRun = {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly workday: boolean;
  readonly zh: string;
  readonly en: string;
  readonly source: string;
};

/** The year's holidays and make-up days as runs, in order. */
export function specialRuns(months: readonly MonthGrid[]): SpecialRun[] {
  const runs: SpecialRun[] = [];
  for (const day of months.flatMap(({ weeks }) => weeks.flat())) {
    if (day === null || day.name === null) continue;
    const last = runs.at(-1);
    const follows = last !== undefined && epochDayOf(last.to) + 1 === epochDayOf(day.date);
    if (follows && last.zh === day.name.zh && last.workday === day.workday) {
      runs[runs.length - 1] = { ...last, to: day.date, days: last.days + 1 };
    } else {
      const { zh, en } = day.name;
      runs.push({ from: day.date, to: day.date, days: 1, workday: day.workday, zh, en, source: day.source ?? '' });
    }
  }
  return runs;
}
