import { dayMs, hourMs } from '#domain/calendar/dates.ts';
import type { Zone } from '#domain/calendar/zone.ts';

const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i;

/** Reads an instant as text; null when it is none. */
export type ReadInstant = (text: string) => number | null;

/**
 * A reader of ISO 8601 instants to epoch ms. Without an offset they are local times of the zone, the machine's own zone
 * plays no part: a time that clocks show twice is the first of the two, one that they jump over is the jump.
 */
export function createInstantReader(zone: Zone): ReadInstant {
  // Offsets of days without a clock change: the zone's own answer costs microseconds, and files hold millions.
  const steadyOffsets = new Map<number, number | null>();
  return (text) => {
    const match = PATTERN.exec(text.trim());
    if (match === null) return null;
    const local = localMs(match);
    if (local === null) return null;
    const offset = match[8];
    if (offset !== undefined) return local - offsetMs(offset);
    const day = Math.floor(local / dayMs);
    let steady = steadyOffsets.get(day);
    if (steady === undefined) {
      const before = zone.offsetAt(day * dayMs - 15 * hourMs);
      steady = before === zone.offsetAt((day + 1) * dayMs + 13 * hourMs) ? before : null;
      steadyOffsets.set(day, steady);
    }
    return steady === null ? zone.instantOf(local) : local - steady;
  };
}

function localMs(match: RegExpExecArray): number | null {
  const [year, month, day, hour, minute, second, fraction] = match.slice(1, 8).map((part) => part ?? '0');
  const ms = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number((fraction ?? '0').padEnd(3, '0')),
  );
  // Date.UTC carries 31 February and 25:00 over; such a text is no instant.
  const shown = new Date(ms);
  const fits =
    shown.getUTCMonth() + 1 === Number(month) &&
    shown.getUTCDate() === Number(day) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60;
  return fits ? ms : null;
}

function offsetMs(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const sign = offset.startsWith('-') ? -1 : 1;
  const digits = offset.slice(1).replace(':', '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
}
