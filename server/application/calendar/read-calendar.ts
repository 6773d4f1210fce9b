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
import {
  anyDistrict,
  readDistricts,
  readLocal,
  withDistricts,
  type FindDistrict,
  type LocalFile,
  type LocalFiles,
} from './local-file.ts';
import { readTableDays } from './table-notice.ts';

/** What a file says of a calendar: notices of years, rules where it states any, and what it says of districts. */
export type CalendarFile = { notices: Notice[]; rules: CalendarRules; problems: ListProblem[]; local?: LocalFiles };

/** Reads a table (CSV or a workbook's first sheet) as rows; rejects with ListRefused. */
export type ReadTable = (file: Pick<ListFile, 'name' | 'bytes'>) => Promise<{ rows: readonly FileRow[] }>;

const shapes = {
  zh: '放假安排用 JSON（{year, days}）、表格（date,workday,name）或 iCalendar 给出',
  en: 'give a holiday notice as JSON ({year, days}), a table (date,workday,name) or iCalendar',
};

/**
 * Reads a calendar file of any format, told by its content; what is wrong with it is listed, never thrown.
 *
 * @param district the district that all of the file is about; empty: the city, unless the file says otherwise.
 */
export async function readCalendarFile(
  { name, bytes }: Pick<ListFile, 'name' | 'bytes'>,
  workweek: Calendar['workweek'],
  readTable: ReadTable,
  district = '',
): Promise<CalendarFile> {
  const taken = (days: ReadRows): CalendarFile =>
    district === ''
      ? { ...gatherNotices(days, workweek, name), rules: {} }
      : ofDistrict(district, { rules: {}, days }, []);
  const text = decodeText(bytes).text.trim();
  if (text === '') return refused({ reason: { zh: '文件是空的', en: 'the file is empty' }, field: null });
  if (text.startsWith('{') || text.startsWith('[')) return readJson(name, text, workweek, district);
  if (/^BEGIN:VCALENDAR/i.test(text)) return taken(readIcsDays(text));
  try {
    const { rows } = await readTable({ name, bytes });
    return taken(readTableDays(rows));
  } catch (error) {
    if (error instanceof ListRefused) return { notices: [], rules: {}, problems: [...error.problems] };
    throw error;
  }
}

/**
 * The calendar with a file's rules and notices in force, or with its problems where one refuses it.
 *
 * @param version names the result.
 * @param from what the file is called, and how its districts are found.
 */
export function withCalendarFile(
  base: Calendar,
  file: CalendarFile,
  version: string,
  from: { name: string; find: FindDistrict } = { name: version, find: anyDistrict },
): Calendar | ListProblem[] {
  if (file.problems.some(({ refuses }) => refuses)) return file.problems;
  const city = withNotices({ ...base, ...file.rules }, file.notices, version);
  const calendar = withDistricts(city, file.local ?? new Map(), from.find, from.name);
  if (Array.isArray(calendar)) return [...file.problems, ...calendar];
  const problem = calendarProblem(calendar);
  return problem ? [...file.problems, problem] : calendar;
}

function readJson(name: string, text: string, workweek: Calendar['workweek'], district: string): CalendarFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const reason = { zh: `JSON 无法读取：${error.message}`, en: `the JSON cannot be read: ${error.message}` };
    return refused({ reason, field: null });
  }
  const named = isFields(json) && typeof json['district'] === 'string' ? json['district'] : '';
  const whose = district === '' ? named : district;
  if (whose !== '') {
    const { file, problems } = isFields(json) && statesRules(json) ? readLocal(json) : onlyDays(json);
    return ofDistrict(whose, file, problems);
  }
  if (!isFields(json) || !statesRules(json)) return { ...gatherNotices(readJsonDays(json), workweek, name), rules: {} };
  const { local, problems: wrong } = readDistricts(json['districts']);
  const { rules, problems: faults } = readCalendarRules(json);
  const problems = [...faults, ...wrong];
  const nothing: CalendarFile = { notices: [], rules, problems, local };
  if (!('specialDays' in json || 'days' in json)) return nothing;
  const days = readJsonDays(daysOf(json));
  // A document of rules may name no days; a notice may not.
  if (days.rows.length === 0 && days.problems.every(({ refuses }) => !refuses)) return nothing;
  const gathered = gatherNotices(days, rules.workweek ?? workweek, name);
  return { notices: gathered.notices, rules, problems: [...problems, ...gathered.problems], local };
}

/** A file that is about one district alone. */
function ofDistrict(district: string, file: LocalFile, problems: ListProblem[]): CalendarFile {
  const days = file.days?.problems ?? [];
  return { notices: [], rules: {}, problems: [...problems, ...days], local: new Map([[district, file]]) };
}

function onlyDays(json: unknown): { file: LocalFile; problems: ListProblem[] } {
  return { file: { rules: {}, days: readJsonDays(json) }, problems: [] };
}

/** A document's own days stand under `specialDays`, as a stored calendar has them, or under `days`. */
function daysOf(json: Readonly<Record<string, unknown>>): unknown {
  return 'specialDays' in json ? { days: json['specialDays'] } : json;
}

function refused({ reason, field }: Pick<ListProblem, 'reason' | 'field'>): CalendarFile {
  return { notices: [], rules: {}, problems: [{ line: null, field, reason, hint: shapes, refuses: true }] };
}
