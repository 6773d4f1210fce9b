import type { Calendar, LocalRules, SpecialDay } from '#domain/calendar/calendar.ts';

/** A part of a calendar that a version can change: a special day, or a rule under its own name. */
export type CalendarEntry =
  { readonly key: string; readonly day: SpecialDay } | { readonly key: string; readonly rule: unknown };

const RULES = ['workweek', 'hours', 'workingDayMs', 'seasons'] as const;
const PUBLISHED = ['publishedFrom', 'publishedThrough', 'publishedAlso'] as const;
const TABLE = ['zone', 'firstYear', 'lastYear'] as const;
const MEMBERS = [...RULES, ...PUBLISHED, ...TABLE];
/** Between a district's code and the name of its rule, or the date of its day. */
const OF = '/';

/** A calendar as entries; its version is not one of them. */
export function entriesOf(calendar: Calendar): CalendarEntry[] {
  const local = Object.entries(calendar.districts ?? {});
  return [
    ...MEMBERS.flatMap((key) => (calendar[key] === undefined ? [] : [{ key, rule: calendar[key] }])),
    ...calendar.specialDays.map((day) => ({ key: day.date, day })),
    ...local.flatMap(([code, rules]) => localEntries(code, rules)),
  ];
}

function localEntries(code: string, { specialDays = [], ...rules }: LocalRules): CalendarEntry[] {
  return [
    ...Object.entries(rules).map(([name, rule]) => ({ key: `${code}${OF}${name}`, rule })),
    ...specialDays.map((day) => ({ key: `${code}${OF}${day.date}`, day })),
  ];
}

/** The calendar that entries make up, under a version of its own. */
export function calendarOf(entries: readonly CalendarEntry[], version: string): Calendar {
  const { rules, specialDays } = membersOf(entries.filter(({ key }) => !key.includes(OF)));
  const codes = new Set(entries.flatMap(({ key }) => (key.includes(OF) ? [key.slice(0, key.indexOf(OF))] : [])));
  const districts = [...codes].map((code) => {
    const own = entries.filter(({ key }) => key.startsWith(`${code}${OF}`));
    const local = membersOf(own.map((entry) => ({ ...entry, key: entry.key.slice(code.length + OF.length) })));
    return [code, { ...local.rules, ...(local.specialDays.length > 0 && { specialDays: local.specialDays }) }] as const;
  });
  return {
    // Entries are made of a whole calendar, by `entriesOf` alone.
    ...(rules as Omit<Calendar, 'version' | 'specialDays' | 'districts'>),
    version,
    specialDays,
    ...(districts.length > 0 && { districts: Object.fromEntries(districts) as Record<string, LocalRules> }),
  };
}

function membersOf(entries: readonly CalendarEntry[]): { rules: Record<string, unknown>; specialDays: SpecialDay[] } {
  return {
    rules: Object.fromEntries(entries.flatMap((entry) => ('rule' in entry ? [[entry.key, entry.rule]] : []))),
    specialDays: entries.flatMap((entry) => ('day' in entry ? [entry.day] : [])),
  };
}

/** All that a version can change of an entry, as text. */
export function entryMembers(entry: CalendarEntry): Record<string, string> {
  if ('rule' in entry) return { value: JSON.stringify(entry.rule) };
  const { workday, name, source, noticeYear } = entry.day;
  return {
    workday: workday ? 'yes' : 'no',
    name: name.zh,
    nameEn: name.en,
    source,
    ...(noticeYear !== undefined && { noticeYear: String(noticeYear) }),
  };
}
