import type { BilingualName } from '#domain/category/category.ts';
import type { ListProblem } from '../lists/list-kind.ts';
import { badDate, badFlag, dateOf, readWorkday, type ReadRows } from './day-row.ts';

type Fields = Readonly<Record<string, unknown>>;

const workMembers = ['workday', 'isWorkday', 'is_workday', 'isWorkDay', 'work'];
const offMembers = ['isOffDay', 'is_off_day', 'offDay', 'off', 'holiday', 'isHoliday', 'is_holiday'];

/**
 * Days of a JSON notice: `{year, days: [{name, date, isOffDay}]}`, several of these in a list, a plain list of days
 * (`workday` or `isOffDay`), or `{holidays: {date: name}, workdays: {date: name}}`.
 */
export function readJsonDays(json: unknown): ReadRows {
  const read: ReadRows = { rows: [], problems: [] };
  if (Array.isArray(json)) {
    const whole: readonly unknown[] = json;
    if (whole.some((entry) => isFields(entry) && 'days' in entry)) {
      whole.forEach((entry, index) => takeNotice(entry, `[${index}]`, index + 1, read));
    } else takeDays(whole, '', { year: null, source: null }, read);
  } else if (isFields(json) && ('holidays' in json || 'workdays' in json)) {
    takeNames(json['holidays'], 'holidays', false, read);
    takeNames(json['workdays'], 'workdays', true, read);
  } else takeNotice(json, '', null, read);
  return read;
}

function takeNotice(json: unknown, path: string, entry: number | null, read: ReadRows): void {
  const days = isFields(json) ? json['days'] : undefined;
  if (!isFields(json) || !Array.isArray(days)) {
    read.problems.push(
      shapeProblem(entry, `${path}${path && '.'}days`, {
        zh: '没有日期列表',
        en: 'there is no list of days',
      }),
    );
    return;
  }
  const given = json['year'];
  const year = given === undefined || given === null ? null : Number(given);
  if (year !== null && !Number.isInteger(year)) {
    read.problems.push(
      shapeProblem(entry, `${path}${path && '.'}year`, {
        zh: `“${String(given)}”不是年份`,
        en: `"${String(given)}" is not a year`,
      }),
    );
    return;
  }
  const papers: readonly unknown[] = Array.isArray(json['papers']) ? json['papers'] : [];
  const source = papers.filter((paper) => typeof paper === 'string').join(' ') || null;
  takeDays(days, `${path}${path && '.'}days`, { year, source }, read);
}

function takeDays(
  days: readonly unknown[],
  path: string,
  { year, source }: { year: number | null; source: string | null },
  read: ReadRows,
): void {
  for (const [index, day] of days.entries()) {
    const line = index + 1;
    const at = `${path}[${index}]`;
    if (!isFields(day)) {
      read.problems.push(shapeProblem(line, at, { zh: '不是一天的记录', en: 'it is not a day' }));
      continue;
    }
    // A list that says itself that no notice stands behind a day is no notice of it.
    if (day['provisional'] === true) continue;
    const date = typeof day['date'] === 'string' ? dateOf(day['date']) : null;
    const { member, workday } = workdayOf(day);
    if (date === null) read.problems.push(badDate(line, `${at}.date`, day['date']));
    else if (workday === null) read.problems.push(badFlag(line, `${at}.${member}`, day[member]));
    else {
      const own = textOf(day['source']);
      const noticeYear = day['noticeYear'];
      read.rows.push({
        line,
        field: `${at}.date`,
        date,
        workday,
        ...namesOf(day['name']),
        ...(textOf(day['nameEn']) !== null && { nameEn: textOf(day['nameEn']) }),
        source: own ?? source,
        year: typeof noticeYear === 'number' && Number.isInteger(noticeYear) ? noticeYear : year,
      });
    }
  }
}

/** `{"2027-01-01": "元旦"}`; a name may carry its English and a count of days: `New Year's Day,元旦,1`. */
function takeNames(json: unknown, path: string, workday: boolean, read: ReadRows): void {
  if (json === undefined) return;
  if (!isFields(json)) {
    read.problems.push(
      shapeProblem(null, path, {
        zh: '不是日期和名称的列表',
        en: 'it is not a list of dates with names',
      }),
    );
    return;
  }
  for (const [index, [key, name]] of Object.entries(json).entries()) {
    const date = dateOf(key);
    const field = `${path}["${key}"]`;
    if (date === null) {
      read.problems.push(badDate(index + 1, field, key));
      continue;
    }
    const [en, zh] = typeof name === 'string' && name.includes(',') ? name.split(',') : [null, textOf(name) ?? ''];
    read.rows.push({
      line: index + 1,
      field,
      date,
      workday,
      name: zh ?? '',
      nameEn: en ?? null,
      source: null,
      year: null,
    });
  }
}

function workdayOf(day: Fields): { member: string; workday: boolean | null } {
  for (const [members, yes] of [
    [workMembers, 'work'],
    [offMembers, 'off'],
  ] as const) {
    const member = members.find((name) => name in day);
    if (member === undefined) continue;
    const said = day[member];
    const text = typeof said === 'boolean' || typeof said === 'number' || typeof said === 'string' ? String(said) : '';
    return { member, workday: readWorkday(text, yes) };
  }
  return { member: 'isOffDay', workday: null };
}

function namesOf(name: unknown): { name: string; nameEn: string | null } {
  if (isFields(name)) return { name: textOf(name['zh']) ?? '', nameEn: textOf(name['en']) };
  return { name: textOf(name) ?? '', nameEn: null };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Whether a value is a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shapeProblem(line: number | null, field: string, reason: BilingualName): ListProblem {
  const shape = '{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}';
  const hint = { zh: `放假安排写成 ${shape}`, en: `a notice is ${shape}` };
  return { line, field, reason, hint, refuses: true };
}
