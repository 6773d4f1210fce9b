// Reads the instant at which a clock starts, as people and programs write it.
import type { Zone } from '#domain/calendar/zone.ts';
import { createInstantReader } from '#adapters/files/local-time.ts';

/** Why a member cannot be used, and how to mend it. */
export type ItemError = { field: string; reason: string; hint: string };

const HINT = 'write 2026-11-20T16:40:00+08:00, 2026-11-20 16:40 (time of the zone), or epoch milliseconds';
const FIRST = Date.UTC(1970, 0, 2);
const LAST = Date.UTC(2199, 11, 31);
/** As milliseconds a day of early 1970 to March 1973, as seconds any day since: surely seconds. */
const LOOKS_LIKE_SECONDS = 100_000_000_000;

/** Epoch ms of a start: ISO 8601 with an offset, local text of the zone, or epoch milliseconds. */
export function readStart(value: unknown, zone: Zone): number | ItemError {
  const wrong = (reason: string, hint = HINT): ItemError => ({ field: 'start', reason, hint });
  if (value === undefined || value === null || value === '') return wrong('start is missing');
  const instant = instantOf(value, zone);
  if (instant === null) return wrong(`${JSON.stringify(value)} is not an instant`);
  if (typeof instant !== 'number')
    return wrong(`${instant.seconds} looks like seconds`, 'give epoch milliseconds: times 1000');
  if (instant < FIRST || instant > LAST)
    return wrong(`${JSON.stringify(value)} is outside 1970 to 2199`, 'check the year');
  return instant;
}

function instantOf(value: unknown, zone: Zone): number | { seconds: number } | null {
  const isNumeric = typeof value === 'string' && /^\s*\d{9,}\s*$/.test(value);
  if (typeof value === 'number' || isNumeric) {
    const ms = Number(value);
    if (!Number.isSafeInteger(ms)) return null;
    return ms > 86_400_000 && ms < LOOKS_LIKE_SECONDS ? { seconds: ms } : ms;
  }
  return typeof value === 'string' ? createInstantReader(zone)(plain(value)) : null;
}

const written =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?(?:[T\s]\s*(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})秒?)?分?)?(.*)$/i;

/** `2026/1/5 8:30` and `2026年1月5日 8时30分` as ISO 8601; whatever follows stays for the reader to judge. */
function plain(text: string): string {
  const match = written.exec(text.trim());
  if (!match) return text;
  const [, year = '', month = '', day = '', hour, minute = '0', second = '0', rest = ''] = match;
  const two = (part: string): string => part.padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  return hour === undefined ? `${date}${rest}` : `${date}T${two(hour)}:${two(minute)}:${two(second)}${rest}`;
}
