import type { Calendar, DayName, LocalRules, SpecialDay } from './calendar.ts';

/** A district's calendar, written out whole. */
export interface LocalCalendar {
  readonly calendar: Calendar;
  readonly district: { readonly code: string; readonly name: DayName };
}

/** The calendar of a district's platform: the city's with the district's rules over it. Null where it has none. */
export function localCalendar(city: Calendar, districtCode: string): LocalCalendar | null {
  const rules = city.districts?.[districtCode];
  if (rules === undefined) return null;
  const { districts: _others, workingDayMs: cityDay, ...shared } = city;
  const { name, specialDays, seasons, workingDayMs: ownDay, ...own } = rules;
  const workingDayMs = ownDay ?? (rules.hours === undefined ? cityDay : undefined);
  const calendar: Calendar = {
    ...shared,
    ...own,
    specialDays: withDays(city.specialDays, specialDays ?? []),
    ...(workingDayMs !== undefined && { workingDayMs }),
    ...((shared.seasons ?? seasons) && { seasons: { ...shared.seasons, ...seasons } }),
  };
  return { calendar, district: { code: districtCode, name } };
}

/** Codes of the districts with rules of their own, ascending. */
export function districtsWithRules({ districts }: Pick<Calendar, 'districts'>): readonly string[] {
  return Object.keys(districts ?? {}).sort();
}

/** Whether a district says anything besides its name. */
export function saysAnything({ name: _, ...rules }: LocalRules): boolean {
  return Object.values(rules).some((rule) => rule !== undefined && !(Array.isArray(rule) && rule.length === 0));
}

function withDays(city: readonly SpecialDay[], own: readonly SpecialDay[]): readonly SpecialDay[] {
  if (own.length === 0) return city;
  const dates = new Set(own.map(({ date }) => date));
  return [...city.filter(({ date }) => !dates.has(date)), ...own].sort((a, b) => (a.date < b.date ? -1 : 1));
}
