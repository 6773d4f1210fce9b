import type { Calendar, SpecialDay } from '#domain/calendar/calendar.ts';
import { epochDayOf, weekdayOfEpochDay } from '#domain/calendar/dates.ts';
import type { BilingualName } from '#domain/category/category.ts';
import { holidayName } from '#domain/calendar/holiday-names.ts';
import type { Notice } from '#domain/calendar/notice.ts';
import type { ListProblem } from '../lists/list-kind.ts';
import type { DayRow, ReadRows } from './day-row.ts';

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
/** More weekdays off than any notice gave so far, twice over: the flag may be the wrong way round. */
const MANY_DAYS_OFF = 60;

export type GatheredNotices = { notices: Notice[]; problems: ListProblem[] };

/**
 * Makes notices of a file's days: checks them against each other, finds the year each belongs to, and drops what the
 * weekday says anyway, so that a table of all 365 days is a notice too.
 *
 * @param fallback who published it, where the file does not say.
 */
export function gatherNotices(
  { rows, problems }: ReadRows,
  workweek: Calendar['workweek'],
  fallback: string,
): GatheredNotices {
  const found = [...problems];
  const byDate = new Map<string, DayRow>();
  for (const row of rows) {
    const before = byDate.get(row.date);
    const problem = yearProblem(row) ?? (isLater(row, before) ? null : repetition(row, before));
    if (problem) found.push(problem);
    else if (before === undefined || isLater(row, before)) byDate.set(row.date, row);
  }
  const single = [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  const years = new Set(single.map(({ date }) => yearIn(date)).filter((year) => !isOnlyEndOf(year, single)));
  const byYear = new Map<number, SpecialDay[]>();
  for (const row of single) {
    const year = row.year ?? (years.has(yearIn(row.date)) ? yearIn(row.date) : yearIn(row.date) + 1);
    const days = byYear.get(year) ?? [];
    byYear.set(year, days);
    if (row.name !== '' || row.workday !== workweek.includes(weekdayOf(row.date))) days.push(specialDay(row, fallback));
  }
  const notices = [...byYear].map(([year, days]) => ({ year, days: days.filter((day) => isNews(day, workweek)) }));
  for (const notice of notices) found.push(...doubts(notice, workweek));
  if (rows.length === 0 && found.every(({ refuses }) => !refuses))
    found.push({
      line: null,
      field: null,
      reason: { zh: '文件没有给出任何日期', en: 'the file names no days, so it publishes nothing' },
      hint: {
        zh: '放假安排可能还没公布：公布后再导入',
        en: 'the notice may not be out yet: import it when it is',
      },
      refuses: true,
    });
  return { notices, problems: found };
}

/** A named weekday that is worked is a remark, such as a day between two parts of a holiday. */
function isNews({ date, workday }: SpecialDay, workweek: Calendar['workweek']): boolean {
  return !workday || !workweek.includes(weekdayOf(date));
}

/** A row as a day of the calendar, with both names. */
export function specialDay({ date, workday, name, nameEn, source }: DayRow, fallback: string): SpecialDay {
  const unnamed = workday ? { zh: '调休上班', en: 'Make-up workday' } : { zh: '放假', en: 'Holiday' };
  const named = name === '' ? unnamed : holidayName(name);
  return { date, workday, name: nameEn === null ? named : { ...named, en: nameEn }, source: source ?? fallback };
}

function yearProblem({ line, field, date, year }: DayRow): ListProblem | null {
  const own = yearIn(date);
  if (own < FIRST_YEAR || own > LAST_YEAR)
    return {
      line,
      field,
      reason: {
        zh: `${date} 不在 ${FIRST_YEAR} 年到 ${LAST_YEAR} 年之间`,
        en: `${date} is outside ${FIRST_YEAR} to ${LAST_YEAR}`,
      },
      hint: { zh: '核对年份', en: 'check the year' },
      refuses: true,
    };
  if (year === null || own === year) return null;
  // New Year's break may begin in the December before, and end in the January after.
  if (date >= `${year - 1}-12-01` && date <= `${year + 1}-01-31`) return null;
  return {
    line,
    field,
    reason: { zh: `${date} 不属于 ${year} 年的放假安排`, en: `${date} does not belong to a notice of ${year}` },
    hint: { zh: '核对日期，或它上面的年份', en: 'check the date, or the year above it' },
    refuses: true,
  };
}

/** Of two notices that speak of one day the later year's holds: it was published later. */
function isLater(row: DayRow, before: DayRow | undefined): boolean {
  return before !== undefined && row.year !== null && before.year !== null && row.year > before.year;
}

function repetition({ line, field, date, workday }: DayRow, before: DayRow | undefined): ListProblem | null {
  if (!before) return null;
  const contradicts = before.workday !== workday;
  return {
    line,
    field,
    reason: contradicts
      ? {
          zh: `${date} 在这里${workday ? '上班' : '放假'}，在第 ${before.line} 行${before.workday ? '上班' : '放假'}`,
          en: `${date} is ${workday ? 'worked' : 'off'} here and ${before.workday ? 'worked' : 'off'} in ${before.line}`,
        }
      : { zh: `${date} 在第 ${before.line} 行已经给出`, en: `${date} is given before, in ${before.line}` },
    hint: { zh: '两者只留一个', en: 'keep one of the two' },
    refuses: contradicts,
  };
}

/** Whether all days of a year lie in its last week and the next year follows: they are the next year's New Year. */
function isOnlyEndOf(year: number, rows: readonly DayRow[]): boolean {
  const own = rows.filter(({ date }) => yearIn(date) === year);
  return own.every(({ date }) => date.slice(5) >= '12-25') && rows.some(({ date }) => yearIn(date) === year + 1);
}

function doubts({ year, days }: Notice, workweek: Calendar['workweek']): ListProblem[] {
  const weekdaysOff = days.filter(({ date, workday }) => !workday && workweek.includes(weekdayOf(date))).length;
  const doubt = (reason: BilingualName, hint: BilingualName): ListProblem => ({
    line: null,
    field: null,
    reason,
    hint,
    refuses: false,
  });
  if (weekdaysOff > MANY_DAYS_OFF)
    return [
      doubt(
        { zh: `${year} 年有 ${weekdaysOff} 个工作日放假`, en: `${year} has ${weekdaysOff} weekdays off` },
        {
          zh: '这一列说的是上班，还是放假？',
          en: 'does the column say that days are worked, or that they are off?',
        },
      ),
    ];
  if (days.length > 0 && weekdaysOff === 0) {
    const reason = { zh: `${year} 年没有一个工作日放假`, en: `${year} has no weekday off` };
    return [doubt(reason, { zh: '放假安排完整吗？', en: 'is the notice whole?' })];
  }
  return [];
}

function yearIn(date: string): number {
  return Number(date.slice(0, 4));
}

function weekdayOf(date: string): number {
  return weekdayOfEpochDay(epochDayOf(date));
}
