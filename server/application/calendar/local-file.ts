import type { Calendar, LocalRules, SpecialDay } from '#domain/calendar/calendar.ts';
import { compileCalendar, type CompiledCalendar } from '#domain/calendar/compile.ts';
import { epochDayOf, weekdayOfEpochDay } from '#domain/calendar/dates.ts';
import { saysAnything } from '#domain/calendar/local.ts';
import type { ListProblem } from '../lists/list-kind.ts';
import { findDistrict, noDistrict, type NamedDistrict } from '../lists/named-district.ts';
import { readCalendarRules, type CalendarRules } from './calendar-document.ts';
import type { ReadRows } from './day-row.ts';
import { gatherNotices, specialDay } from './gather-notices.ts';
import { isFields, readJsonDays } from './json-notice.ts';

/** What a file says of one district's platform: rules, and days where it names any. */
export type LocalFile = { rules: CalendarRules; days: ReadRows | null };

/** By the district as the file writes it; null: its platform works as the city does. */
export type LocalFiles = ReadonlyMap<string, LocalFile | null>;

/** Finds a district by code or name; null for the city, undefined where there is none. */
export type FindDistrict = (written: string) => NamedDistrict | null | undefined;

/** The city's districts, as a list of names looks them up. */
export function amongDistricts(districts: readonly NamedDistrict[]): FindDistrict {
  return (written) => findDistrict(written, districts);
}

/** Where nobody knows the city's districts: any six-digit code is one, and its own name. */
export const anyDistrict: FindDistrict = (code) =>
  /^\d{6}$/.test(code.trim()) ? { code: code.trim(), nameZh: code.trim(), nameEn: code.trim() } : undefined;

/** Reads the member `districts` of a calendar document: `{"120116": {"hours": "09:00-17:00"}, "河东区": null}`. */
export function readDistricts(json: unknown): { local: LocalFiles; problems: ListProblem[] } {
  const local = new Map<string, LocalFile | null>();
  if (json === undefined) return { local, problems: [] };
  if (!isFields(json)) return { local, problems: [wrongShape('districts')] };
  const problems: ListProblem[] = [];
  for (const [written, said] of Object.entries(json)) {
    if (said === null) local.set(written, null);
    else if (!isFields(said)) problems.push(wrongShape(`districts["${written}"]`));
    else {
      const read = readLocal(said);
      local.set(written, read.file);
      problems.push(...read.problems.map((one) => ({ ...one, field: `districts["${written}"].${one.field ?? ''}` })));
    }
  }
  return { local, problems };
}

/** Reads what a JSON object says of one platform, its days under `days` or `specialDays`. */
export function readLocal(json: Readonly<Record<string, unknown>>): { file: LocalFile; problems: ListProblem[] } {
  const { rules, problems } = readCalendarRules(json);
  const given = json['specialDays'] ?? json['days'];
  const days = given === undefined ? null : readJsonDays({ days: given });
  return { file: { rules, days }, problems };
}

/**
 * The calendar with the rules of districts over what they had: a rule that is given replaces the one before, days replace
 * those that the district had in their years.
 *
 * @param fallback who says so, where the file names nobody.
 */
export function withDistricts(
  city: Calendar,
  local: LocalFiles,
  find: FindDistrict,
  fallback: string,
): Calendar | ListProblem[] {
  if (local.size === 0) return city;
  const cityTables = compileCalendar(city);
  const districts = new Map<string, LocalRules>(Object.entries(city.districts ?? {}));
  const problems: ListProblem[] = [];
  for (const [written, file] of local) {
    const district = find(written);
    if (!district) {
      const [reason, hint] = noDistrict(written);
      problems.push({ line: null, field: 'district', reason, hint, refuses: true });
      continue;
    }
    const before = districts.get(district.code);
    districts.delete(district.code);
    if (file === null) continue;
    const { zone: _, ...rules } = file.rules;
    const days = daysOf(file.days, cityTables, fallback);
    problems.push(...days.problems);
    const specialDays = replaced(before?.specialDays ?? [], days.days);
    const name = { zh: district.nameZh, en: district.nameEn };
    const own: LocalRules = { ...before, ...rules, name, ...(specialDays.length > 0 && { specialDays }) };
    if (saysAnything(own)) districts.set(district.code, own);
  }
  if (problems.some(({ refuses }) => refuses)) return problems;
  const { districts: _, ...rest } = city;
  return districts.size === 0 ? rest : { ...rest, districts: Object.fromEntries(districts) };
}

/** Days that the city takes otherwise; what it says anyway is dropped, so that a table of all days will do. */
function daysOf(
  read: ReadRows | null,
  city: CompiledCalendar,
  fallback: string,
): { days: SpecialDay[]; problems: ListProblem[] } {
  if (read === null) return { days: [], problems: [] };
  const { workweek } = city.calendar;
  const { problems } = gatherNotices(read, workweek, fallback);
  const isWorkedInCity = (date: string): boolean => {
    const special = city.special.get(epochDayOf(date) - city.firstDay);
    return special?.workday ?? workweek.includes(weekdayOfEpochDay(epochDayOf(date)));
  };
  const days = read.rows
    .filter(({ date, workday }) => workday !== isWorkedInCity(date))
    .map((row) => specialDay(row, fallback));
  // What a notice lacks is no matter of a district's own few days.
  return { days, problems: problems.filter(({ refuses }) => refuses) };
}

function replaced(before: readonly SpecialDay[], days: readonly SpecialDay[]): SpecialDay[] {
  const years = new Set(days.map(({ date }) => date.slice(0, 4)));
  const kept = before.filter(({ date }) => !years.has(date.slice(0, 4)));
  return [...kept, ...days].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function wrongShape(field: string): ListProblem {
  const shape = '{"districts": {"120116": {"hours": "09:00-12:00,13:00-17:00"}}}';
  return {
    line: null,
    field,
    reason: { zh: '不是各区的规则', en: 'it does not hold rules of districts' },
    hint: { zh: `写成 ${shape}`, en: `write ${shape}` },
    refuses: true,
  };
}
