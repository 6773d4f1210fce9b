import { calendarAt } from '#domain/calendar/calendar-at.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { WholeClock } from '#domain/case/case.ts';
import { isLate, wholeClockFacts } from '#domain/case/deadlines.ts';

export type Verdict = 'ONTIME' | 'OVERDUE';

/** A stored case's whole-case clock, null where it has none, and the district whose calendar counts it. */
export type StoredWhole = { whole: WholeClock | null; districtCode: string | null };

/** Whole-case clocks of a source's stored cases by the source's own id. */
export type WholeClocks = (source: string, sourceIds: readonly string[]) => Promise<Map<string, StoredWhole>>;

const CASES_A_READ = 5_000;

/**
 * Whether a case was late as of an instant: by then past its due instant, not ended in time. What happened after that
 * instant does not count, and a case without a due instant is never late.
 */
export function verdictOf(whole: WholeClock | null, calendar: CompiledCalendar, asOf: number): Verdict {
  const facts = whole === null ? null : wholeClockFacts(whole);
  return facts !== null && isLate(facts, calendar, asOf) ? 'OVERDUE' : 'ONTIME';
}

/** Judges stored cases from the store, in the order of `sourceIds`; cases that are not stored are left out. */
export async function judgeCases(
  wholeClocks: WholeClocks,
  calendar: CompiledCalendar,
  source: string,
  sourceIds: readonly string[],
  asOf: number,
  onVerdict: (sourceId: string, verdict: Verdict) => void,
): Promise<{ onTime: number; overdue: number }> {
  const counts = { onTime: 0, overdue: 0 };
  for (let from = 0; from < sourceIds.length; from += CASES_A_READ) {
    const ids = sourceIds.slice(from, from + CASES_A_READ);
    const clocks = await wholeClocks(source, ids);
    for (const id of ids) {
      const stored = clocks.get(id);
      if (stored === undefined) continue;
      const verdict = verdictOf(stored.whole, calendarAt(calendar, stored.districtCode), asOf);
      counts[verdict === 'ONTIME' ? 'onTime' : 'overdue'] += 1;
      onVerdict(id, verdict);
    }
  }
  return counts;
}
