import { z } from 'zod';
import type { Calendar, HoursRule } from '#domain/calendar/calendar.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { epochDayOf, minuteOfTime } from '#domain/calendar/dates.ts';
import { localCalendar, districtsWithRules } from '#domain/calendar/local.ts';
import { SEASON_CLOCKS } from '#domain/calendar/season.ts';
import { readHoursText } from '#domain/calendar/hours-text.ts';
import type { ListProblem } from '../lists/list-kind.ts';

/** What a city's own calendar document may say besides its days. */
export type CalendarRules = Partial<Pick<Calendar, 'zone' | 'workweek' | 'hours' | 'workingDayMs' | 'seasons'>>;

const hint = {
  zh: '日历文件的成员见 docs/calendar.md',
  en: 'see docs/calendar.md for the members of a calendar document',
};
const inChinese = z.locales.zhCN().localeError;
const ruleMembers = ['zone', 'workweek', 'hours', 'workingDayMs', 'workingDayHours', 'seasons'] as const;
/** Members that say whose the rules are. */
const placeMembers = ['district', 'districts'] as const;

/** A check by a function of the domain, whose RangeError says what is wrong. */
function fits(read: (text: string) => unknown): (text: string, context: z.RefinementCtx<string>) => void {
  return (text, context) => {
    try {
      read(text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  };
}

const time = z.string().superRefine(fits(minuteOfTime));
const date = z.string().superRefine(fits(epochDayOf));
const monthDay = z.string().superRefine(fits((text) => epochDayOf(`2024-${text}`)));
const hoursText = z
  .string()
  .superRefine(fits(readHoursText))
  .transform((text) => readHoursText(text));
const intervals = z.union([hoursText, z.array(z.tuple([time, time])).min(1)]);
const rule = z.strictObject({
  intervals,
  season: z.strictObject({ from: monthDay, to: monthDay }).optional(),
  since: date.optional(),
  until: date.optional(),
});
const hours = z.union([hoursText.transform((read): HoursRule[] => [{ intervals: read }]), z.array(rule).min(1)]);
const span = z.union([
  z
    .string()
    .regex(/^\s*\d{2}-\d{2}\s*(?:-|–|—|~|～|至|到|\/)\s*\d{2}-\d{2}\s*$/, 'a span of a season is written 03-01/05-31')
    .transform((text) => {
      const [from = '', to = ''] = text.match(/\d{2}-\d{2}/g) ?? [];
      return { from, to };
    })
    .pipe(z.strictObject({ from: monthDay, to: monthDay })),
  z.strictObject({ from: monthDay, to: monthDay }),
]);
const season = z.strictObject({
  spans: z.array(span).min(1),
  clock: z.enum(SEASON_CLOCKS).default('starts'),
});
const rules = z.object({
  zone: z
    .string()
    .superRefine(fits((name) => new Intl.DateTimeFormat('en', { timeZone: name })))
    .optional(),
  workweek: z.array(z.int().min(1).max(7)).optional(),
  hours: hours.optional(),
  workingDayMs: z.number().positive().optional(),
  workingDayHours: z.number().positive().max(24).optional(),
  seasons: z.strictObject({ planting: season }).optional(),
});

/** Whether a JSON object states rules, and not days alone. */
export function statesRules(json: Readonly<Record<string, unknown>>): boolean {
  return [...ruleMembers, ...placeMembers].some((member) => member in json);
}

/** Reads the rules of a calendar document: zone, workweek, working hours with their seasons, length of a 工作日, seasons that limits wait for. */
export function readCalendarRules(json: unknown): { rules: CalendarRules; problems: ListProblem[] } {
  const read = rules.safeParse(json);
  if (!read.success) {
    const chinese = rules.safeParse(json, { error: inChinese }).error?.issues ?? [];
    const problems = read.error.issues.map(({ path, message }, index) => {
      const reason = { zh: chinese[index]?.message ?? message, en: message };
      return { line: null, field: path.map(String).join('.') || null, reason, hint, refuses: true };
    });
    return { rules: {}, problems };
  }
  const { workingDayHours, workingDayMs = workingDayHours && workingDayHours * 3_600_000, ...rest } = read.data;
  const said = Object.entries({ ...rest, workingDayMs }).filter(([, value]) => value !== undefined);
  return { rules: Object.fromEntries(said), problems: [] };
}

/** What contradicts itself in a calendar; null where nothing does. */
export function calendarProblem(calendar: Calendar): ListProblem | null {
  try {
    const locals = districtsWithRules(calendar).map((code) => localCalendar(calendar, code)?.calendar);
    for (const one of [calendar, ...locals]) if (one) compileCalendar({ ...one, lastYear: one.firstYear });
    return null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const reason = { zh: `日历自相矛盾：${error.message}`, en: error.message };
    return { line: null, field: null, reason, hint, refuses: true };
  }
}
