import type { Calendar } from '#domain/calendar/calendar.ts';
import { withNotices, type Notice } from '#domain/calendar/notice.ts';
import { decodeText } from '../lists/decode-text.ts';
import type { FileRow } from '../import/profile.ts';
import { ListRefused, type ListFile, type ListProblem } from '../lists/list-kind.ts';
import { calendarProblem, readCalendarRules, statesRules, type CalendarRules } from './calendar-document.ts';
import type { ReadRows } from './day-row.ts';
import { gatherNotices } from './gather-notices.ts';
import { readIcsDays } from './ics-notice.ts';
import { isFields, readJsonDays } from './json-notice.ts';
import { readTableDays } from './table-notice.ts';

/** What a file says of a calendar: notices of years, and rules where it states any. */
export type CalendarFile = { notices: Notice[]; rules: CalendarRules; problems: ListProblem[] };

/** Reads a table (CSV or a workbook's first sheet) as rows; rejects with ListRefused. */
export type ReadTable = (file: Pick<ListFile, 'name' | 'bytes'>) => Promise<{ rows: readonly FileRow[] }>;

const shapes = {
  zh: '放假安排用 JSON（{year, days}）、表格（date,workday,name）或 iCalendar 给出',
  en: 'give a holiday notice as JSON ({year, days}), a table (date,workday,name) or iCalendar',
};

/** Reads a calendar file of any format, told by its content; what is wrong with it is listed, never thrown. */
export async function readCalendarFile(
  { name, bytes }: Pick<ListFile, 'name' | 'bytes'>,
  workweek: Calendar['workweek'],
  readTable: ReadTable,
): Promise<CalendarFile> {
  const text = decodeText(bytes).text.trim();
  if (text === '') return refused({ reason: { zh: '文件是空的', en: 'the file is empty' }, field: null });
  if (text.startsWith('{') || text.startsWith('[')) return readJson(name, text, workweek);
  if (/^BEGIN:VCALENDAR/i.test(text)) return { ...gatherNotices(readIcsDays(text), workweek, name), rules: {} };
  try {
    const { rows } = await readTable({ name, bytes });
    return { ...gatherNotices(readTableDays(rows), workweek, name), rules: {} };
  } catch (error) {
    if (error instanceof ListRefused) return { notices: [], rules: {}, problems: [...error.problems] };
    throw error;
  }
}

/**
 * The calendar with a file's rules and notices in force, or with its problems where one refuses it.
 *
 * @param version names the result.
 */
export function withCalendarFile(base: Calendar, file: CalendarFile, version: string): Calendar | ListProblem[] {
  if (file.problems.some(({ refuses }) => refuses)) return file.problems;
  const calendar = withNotices({ ...base, ...file.rules }, file.notices, version);
  const problem = calendarProblem(calendar);
  return problem ? [...file.problems, problem] : calendar;
}

function readJson(name: string, text: string, workweek: Calendar['workweek']): CalendarFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const reason = { zh: `JSON 无法读取：${error.message}`, en: `the JSON cannot be read: ${error.message}` };
    return refused({ reason, field: null });
  }
  if (!isFields(json) || !statesRules(json)) return { ...gatherNotices(readJsonDays(json), workweek, name), rules: {} };
  const { rules, problems } = readCalendarRules(json);
  const days: ReadRows = 'specialDays' in json || 'days' in json ? readJsonDays(daysOf(json)) : { rows: [], problems };
  if (days.rows.length === 0 && days.problems.every(({ refuses }) => !refuses)) return { notices: [], rules, problems };
  const gathered = gatherNotices(days, rules.workweek ?? workweek, name);
  return { notices: gathered.notices, rules, problems: [...problems, ...gathered.problems] };
}

/** A document's own days stand under `specialDays`, as a stored calendar has them, or under `days`. */
function daysOf(json: Readonly<Record<string, unknown>>): unknown {
  return 'specialDays' in json ? { days: json['specialDays'] } : json;
}

function refused({ reason, field }: Pick<ListProblem, 'reason' | 'field'>): CalendarFile {
  return { notices: [], rules: {}, problems: [{ line: null, field, reason, hint: shapes, refuses: true }] };
}
