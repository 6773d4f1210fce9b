import { calendarAt } from './calendar-at.ts';
import type { CompiledCalendar } from './compile.ts';
import { firstDifference } from './difference.ts';
import { seasonsDiffer } from './in-season.ts';

/** How two calendars differ for one district. */
export interface Difference {
  /** From when on working time is counted or known otherwise; epoch ms, infinite for never and from always. */
  readonly since: number;
  /** Whether clocks that wait for a season are held otherwise. */
  readonly seasons: boolean;
}

/**
 * What differs between two versions of a calendar for the cases of each district (null: of none), each worked out once.
 *
 * @param before null where the older version is not known: then everything may differ.
 */
export function localDifference(
  before: CompiledCalendar | null,
  after: CompiledCalendar,
): (districtCode: string | null) => Difference {
  const known = new Map<CompiledCalendar, Map<CompiledCalendar, Difference>>();
  return (districtCode) => {
    if (before === null) return { since: -Infinity, seasons: true };
    const [old, now] = [calendarAt(before, districtCode), calendarAt(after, districtCode)];
    const others = known.get(old) ?? new Map<CompiledCalendar, Difference>();
    const difference = others.get(now) ?? { since: firstDifference(old, now), seasons: seasonsDiffer(old, now) };
    known.set(old, others.set(now, difference));
    return difference;
  };
}
