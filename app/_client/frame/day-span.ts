import { dayMs, epochDayOf } from '#domain/calendar/dates.ts';
import { openZone } from '#domain/calendar/zone.ts';

/** Puts days of the platform's zone (`2026-11-23`, both included) into a query, as `since` and `until` in epoch ms. */
export function putDays(query: URLSearchParams, { from, until }: { from: string; until: string }, zone: string): void {
  const first = midnightOf(from, 0, zone);
  const last = midnightOf(until, 1, zone);
  if (first !== null) query.set('since', String(first));
  if (last !== null) query.set('until', String(last));
}

/** The first instant of a day, or of one some days later, in the platform's zone; null for what is no day (yet). */
function midnightOf(day: string, later: number, timeZone: string): number | null {
  if (!/^(19|20)\d\d-\d\d-\d\d$/u.test(day)) return null;
  try {
    return openZone(timeZone).instantOf((epochDayOf(day) + later) * dayMs);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
