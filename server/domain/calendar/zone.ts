import { dayMs, hourMs } from './dates.ts';

/** Local time of one IANA zone, from the runtime's zone data; the machine's own zone plays no part. */
export interface Zone {
  readonly name: string;
  /** Local time minus UTC at an instant, in milliseconds. */
  offsetAt(instant: number): number;
  /**
   * The first instant at which the zone's clocks show `local` (milliseconds of that wall time read as UTC) or,
   * where they jump over it, the instant of the jump.
   */
  instantOf(local: number): number;
}

/** Opens a zone by its IANA name. Throws RangeError for a name the runtime does not know. */
export function openZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsetAt = (instant: number): number => {
    const part = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
    for (const { type, value } of format.formatToParts(instant)) {
      if (type in part) part[type as keyof typeof part] = Number(value);
    }
    const local = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
    return local - Math.floor(instant / 1000) * 1000;
  };
  return { name, offsetAt, instantOf: (local) => instantOf(local, offsetAt) };
}

function instantOf(local: number, offsetAt: (instant: number) => number): number {
  // Offsets lie between -12 h and +14 h, so these two instants enclose every moment that could show `local`.
  const before = local - 15 * hourMs;
  const after = local + 13 * hourMs;
  const offsetBefore = offsetAt(before);
  const offsetAfter = offsetAt(after);
  if (offsetBefore === offsetAfter) return local - offsetBefore;
  const early = local - offsetBefore;
  if (offsetAt(early) === offsetBefore) return early;
  const late = local - offsetAfter;
  if (offsetAt(late) === offsetAfter) return late;
  return jumpBetween(before, Math.min(after, before + 2 * dayMs), offsetBefore, offsetAt);
}

function jumpBetween(low: number, high: number, offsetBefore: number, offsetAt: (instant: number) => number): number {
  let last = low;
  let first = high;
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    if (offsetAt(middle) === offsetBefore) last = middle;
    else first = middle;
  }
  return first;
}
