import type { CompiledCalendar } from './compile.ts';

/**
 * The calendar that counts the clocks of a case: that of the district it lies in where its platform has one of its own,
 * else the city's. A calendar that is a district's already is given back as it is.
 */
export function calendarAt(calendar: CompiledCalendar, districtCode: string | null): CompiledCalendar {
  if (districtCode === null || calendar.district !== null) return calendar;
  return calendar.local(districtCode) ?? calendar;
}
