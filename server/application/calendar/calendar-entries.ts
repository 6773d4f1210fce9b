import type { Calendar, SpecialDay } from '#domain/calendar/calendar.ts';

/** A part of a calendar that a version can change: a special day, or a rule under its own name. */
export type CalendarEntry =
  { readonly key: string; readonly day: SpecialDay } | { readonly key: string; readonly rule: unknown };

const RULES = ['workweek', 'hours', 'workingDayMs', 'publishedFrom', 'publishedThrough', 'publishedAlso'] as const;
const TABLE = ['zone', 'firstYear', 'lastYear'] as const;
const MEMBERS = [...RULES, ...TABLE];

/** A calendar as entries; its version is not one of them. */
export function entriesOf(calendar: Calendar): CalendarEntry[] {
  return [
    ...MEMBERS.flatMap((key) => (calendar[key] === undefined ? [] : [{ key, rule: calendar[key] }])),
    ...calendar.specialDays.map((day) => ({ key: day.date, day })),
  ];
}

/** The calendar that entries make up, under a version of its own. */
export function calendarOf(entries: readonly CalendarEntry[], version: string): Calendar {
  const rules = Object.fromEntries(entries.flatMap((entry) => ('rule' in entry ? [[entry.key, entry.rule]] : [])));
  const specialDays = entries.flatMap((entry) => ('day' in entry ? [entry.day] : []));
  // Entries are made of a whole calendar, by `entriesOf` alone.
  return { ...(rules as Omit<Calendar, 'version' | 'specialDays'>), version, specialDays };
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
