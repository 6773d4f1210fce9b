import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { LimitSeason } from '#domain/calendar/season.ts';
import { dayMs, epochDayOf, minuteMs, minuteOfTime } from '#domain/calendar/dates.ts';
import { computeClock } from '#domain/clock/clock.ts';
import { explainClock } from '#domain/clock/explain.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import type { LimitUnit } from '#domain/clock/limit.ts';
import { renderExplanation } from '#domain/clock/render.ts';
import type { Language } from '../../i18n/language.ts';

export type DueTried =
  | { readonly dueAt: number; readonly provisional: boolean; readonly lines: readonly string[] }
  | { readonly refused: 'badStart' | 'badLimit' | 'outside' };

/**
 * When a clock would be due that starts at a local time (`2026-11-20T16:40`, in the calendar's zone), with its
 * explanation, one line a step. By the very functions that set the deadlines of cases.
 */
export function tryDue(
  calendar: CompiledCalendar,
  { start, value, unit, season = null }: { start: string; value: number; unit: LimitUnit; season?: LimitSeason | null },
  language: Language,
): DueTried {
  if (!(value > 0 && value < 10_000)) return { refused: 'badLimit' };
  const startedAt = instantOf(calendar, start);
  if (startedAt === null) return { refused: 'badStart' };
  const facts: ClockFacts = {
    startedAt,
    limit: { value, unit, ...(season && { season }) },
    extensions: [],
    pauses: [],
    stoppedAt: null,
  };
  try {
    const { dueAt, provisional } = computeClock(facts, calendar);
    if (dueAt === null) return { refused: 'outside' };
    return { dueAt, provisional, lines: renderExplanation(explainClock(facts, calendar), language, calendar) };
  } catch (error) {
    // Beyond the calendar's years; anything else is a fault of ours.
    if (error instanceof RangeError) return { refused: 'outside' };
    throw error;
  }
}

function instantOf({ zone }: CompiledCalendar, local: string): number | null {
  const [date = '', time = ''] = local.split('T');
  try {
    return zone.instantOf(epochDayOf(date) * dayMs + minuteOfTime(time.slice(0, 5)) * minuteMs);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
