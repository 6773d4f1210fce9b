import type { CompiledCalendar } from '../calendar/compile.ts';
import { addWorkingMs, workingMsBetween } from '../calendar/working-time.ts';
import type { ClockFacts, Pause } from './facts.ts';
import { basisOf, limitMs, type ClockBasis, type Limit } from './limit.ts';
import { holdsOf } from './season-hold.ts';

/** Time between two instants as a basis counts it, in milliseconds. */
export function measure(calendar: CompiledCalendar, basis: ClockBasis, from: number, to: number): number {
  return basis === 'working' ? workingMsBetween(calendar, from, to) : to - from;
}

/**
 * The clock's limit and extensions in the order they are used up: an extension starts where the deadline before it
 * would have been. Throws RangeError where facts hold neither a limit nor a given due instant.
 */
export function limitAt(facts: ClockFacts, index: number): Limit {
  const limit = index === 0 ? facts.limit : facts.extensions[index - 1]?.limit;
  if (!limit) throw new RangeError('a clock needs a limit or a given due instant');
  return limit;
}

/** Limit and extensions together, in milliseconds, each in its own measure. */
export function grantedMs(facts: ClockFacts, calendar: CompiledCalendar): number {
  let total = 0;
  for (let index = 0; index <= facts.extensions.length; index++) total += limitMs(limitAt(facts, index), calendar);
  return total;
}

/**
 * The first instant at which the clock has used up `targetMs` of what it was granted; null when a pause that still
 * lasts begins before.
 */
export function instantAtConsumed(facts: ClockFacts, calendar: CompiledCalendar, targetMs: number): number | null {
  let cursor: number | null = facts.startedAt;
  let left = targetMs;
  for (let index = 0; index <= facts.extensions.length && left > 0 && cursor !== null; index++) {
    const limit = limitAt(facts, index);
    const share = Math.min(left, limitMs(limit, calendar));
    const holds = limit.season === undefined ? facts.pauses : holdsOf(facts, calendar, limit, index);
    cursor = advance(calendar, basisOf(limit.unit), cursor, share, holds);
    if (limit.season !== undefined && cursor !== null) checkWithin(calendar, cursor);
    left -= share;
  }
  return cursor;
}

/** What the clock has used up at an instant, in milliseconds; more than was granted once it is late. */
export function countConsumed(facts: ClockFacts, calendar: CompiledCalendar, until: number): number {
  let cursor = facts.startedAt;
  let consumed = 0;
  for (let index = 0; until > cursor; index++) {
    const limit = limitAt(facts, index);
    const basis = basisOf(limit.unit);
    const holds = limit.season === undefined ? facts.pauses : holdsOf(facts, calendar, limit, index);
    if (index < facts.extensions.length) {
      const granted = limitMs(limit, calendar);
      const end = advance(calendar, basis, cursor, granted, holds);
      if (end !== null && end < until) {
        consumed += granted;
        cursor = end;
        continue;
      }
    }
    return consumed + activeBetween(calendar, basis, cursor, until, holds);
  }
  return consumed;
}

/** Seasons are laid over the calendar's years alone. */
function checkWithin({ calendar, dayStart, dayCount }: CompiledCalendar, at: number): void {
  if (at <= (dayStart[dayCount] as number)) return;
  throw new RangeError(`a limit with a season ends after calendar ${calendar.version}`);
}

function advance(
  calendar: CompiledCalendar,
  basis: ClockBasis,
  from: number,
  ms: number,
  pauses: readonly Pause[],
): number | null {
  let cursor = from;
  let left = ms;
  for (let index = 0; index < pauses.length; index++) {
    const pause = pauses[index] as Pause;
    if (pause.to !== null && pause.to <= cursor) continue;
    if (pause.from > cursor) {
      const run = measure(calendar, basis, cursor, pause.from);
      if (left <= run) break;
      left -= run;
    }
    if (pause.to === null) return null;
    cursor = pause.to;
  }
  return basis === 'working' ? addWorkingMs(calendar, cursor, left) : cursor + left;
}

function activeBetween(
  calendar: CompiledCalendar,
  basis: ClockBasis,
  from: number,
  until: number,
  pauses: readonly Pause[],
): number {
  let cursor = from;
  let active = 0;
  for (const pause of pauses) {
    if (pause.from >= until) break;
    if (pause.to !== null && pause.to <= cursor) continue;
    if (pause.from > cursor) active += measure(calendar, basis, cursor, pause.from);
    if (pause.to === null || pause.to >= until) return active;
    cursor = pause.to;
  }
  return active + measure(calendar, basis, cursor, until);
}
