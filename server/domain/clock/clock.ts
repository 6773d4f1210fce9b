import type { CompiledCalendar } from '../calendar/compile.ts';
import { provisionalSince } from '../calendar/published.ts';
import { addWorkingMs } from '../calendar/working-time.ts';
import { countConsumed, grantedMs, instantAtConsumed, measure } from './count.ts';
import { checkPauses, type ClockFacts } from './facts.ts';
import { basisOf, type ClockBasis } from './limit.ts';

/** When a clock warns before it is due. */
export interface ClockThresholds {
  /** Shares of the granted time, ascending, each above 0 and below 1; the first turns the lamp amber. */
  readonly warnShares: readonly number[];
}

/** One warning when four fifths of the time are used up. */
export const defaultThresholds: ClockThresholds = { warnShares: [0.8] };

/** What follows from a clock's facts under one calendar version; instants in UTC epoch milliseconds. */
export interface Clock {
  /** Null while a pause holds the clock before its deadline. Done at this very instant is still in time. */
  readonly dueAt: number | null;
  /** One instant for each share of the thresholds; null where a pause holds the clock before it. */
  readonly warningAt: readonly (number | null)[];
  /** What was granted, extensions included, in milliseconds of the basis. */
  readonly totalMs: number;
  readonly basis: ClockBasis;
  /** The due instant rests on days whose holidays are not published yet. */
  readonly provisional: boolean;
}

/**
 * Computes a clock. Pure: the same facts under another calendar version give that version's deadlines.
 * Throws RangeError for contradictory facts, and where working time would leave the calendar's years.
 */
export function computeClock(
  facts: ClockFacts,
  calendar: CompiledCalendar,
  thresholds: ClockThresholds = defaultThresholds,
): Clock {
  if (facts.dueGiven != null) return givenClock(facts, facts.dueGiven, calendar, thresholds);
  checkPauses(facts.pauses);
  const totalMs = grantedMs(facts, calendar);
  const dueAt = instantAtConsumed(facts, calendar, totalMs);
  const { warnShares } = thresholds;
  const warningAt: (number | null)[] = [];
  for (const share of warnShares) warningAt.push(instantAtConsumed(facts, calendar, Math.ceil(share * totalMs)));
  return {
    dueAt,
    warningAt,
    totalMs,
    basis: basisOfClock(facts),
    provisional: dueAt !== null && countsWorkingTime(facts) && provisionalSince(calendar, facts.startedAt) < dueAt,
  };
}

/** Working or running time used up at an instant, in milliseconds of the clock's measure; stands still once stopped. */
export function consumedMs(facts: ClockFacts, calendar: CompiledCalendar, at: number): number {
  const until = Math.min(at, facts.stoppedAt ?? Infinity);
  if (until <= facts.startedAt) return 0;
  if (facts.dueGiven != null) return measure(calendar, basisOfClock(facts), facts.startedAt, until);
  return countConsumed(facts, calendar, until);
}

/** Time left at an instant, in milliseconds of the clock's measure; negative by what a late clock has overrun. */
export function remainingMs(facts: ClockFacts, clock: Clock, calendar: CompiledCalendar, at: number): number {
  return clock.totalMs - consumedMs(facts, calendar, at);
}

/** Whether the clock is, or was when it stopped, past its due instant. */
export function isLateAt(facts: ClockFacts, clock: Clock, at: number): boolean {
  return clock.dueAt !== null && Math.min(at, facts.stoppedAt ?? Infinity) > clock.dueAt;
}

/** What the clock mainly counts: its limit's basis; all time where only a due instant was given. */
function basisOfClock(facts: ClockFacts): ClockBasis {
  return facts.limit ? basisOf(facts.limit.unit) : 'continuous';
}

function countsWorkingTime(facts: ClockFacts): boolean {
  if (basisOfClock(facts) === 'working') return true;
  return facts.extensions.some(({ limit }) => basisOf(limit.unit) === 'working');
}

function givenClock(
  facts: ClockFacts,
  dueAt: number,
  calendar: CompiledCalendar,
  { warnShares }: ClockThresholds,
): Clock {
  const basis = basisOfClock(facts);
  const { startedAt } = facts;
  const totalMs = Math.max(0, measure(calendar, basis, startedAt, dueAt));
  const warningAt = warnShares.map((share) => {
    const ms = Math.ceil(share * totalMs);
    return Math.min(dueAt, basis === 'working' ? addWorkingMs(calendar, startedAt, ms) : startedAt + ms);
  });
  return { dueAt, warningAt, totalMs, basis, provisional: false };
}
