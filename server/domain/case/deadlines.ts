import { calendarAt } from '#domain/calendar/calendar-at.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { computeClock, type ClockThresholds } from '#domain/clock/clock.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import type { CaseState, RunningClock, StageInstance, WholeClock } from './case.ts';
import { isPaused } from './request.ts';
import { isEnd } from './stage.ts';

/** The facts of a stage's clock; null where the stage has no limit. */
export function stageClockFacts(instance: StageInstance): ClockFacts | null {
  if (instance.limit === null && instance.dueGiven === null) return null;
  return {
    startedAt: instance.enteredAt,
    limit: instance.limit,
    pauses: instance.pauses,
    extensions: instance.extensions,
    dueGiven: instance.dueGiven,
    stoppedAt: instance.leftAt,
  };
}

/** The facts of the whole-case clock; null where it has neither a limit nor a given due instant. */
export function wholeClockFacts(whole: WholeClock): ClockFacts | null {
  if (whole.limit === null && whole.dueGiven === null) return null;
  return {
    startedAt: whole.startedAt,
    limit: whole.limit,
    pauses: whole.pauses,
    extensions: whole.extensions,
    dueGiven: whole.dueGiven,
    stoppedAt: whole.stoppedAt,
  };
}

/** What of a case its running clocks depend on. */
export type ClockedState = Pick<CaseState, 'phase' | 'place' | 'suspended' | 'requests' | 'instances' | 'whole'>;

/**
 * The clocks that run now with the instants to arm: of the stage the case is in and of the whole case. Null where none
 * runs: ended, paused, or without a limit. Counted by the calendar of the district that the case lies in.
 */
export function runningClocks(
  state: ClockedState,
  calendar: CompiledCalendar,
  thresholds: ClockThresholds,
): { stageClock: RunningClock | null; wholeClock: RunningClock | null } {
  if (isEnd(state.phase) || isPaused(state)) return { stageClock: null, wholeClock: null };
  const instance = state.instances.at(-1);
  const { whole } = state;
  const local = calendarAt(calendar, state.place.districtCode);
  return {
    stageClock: instance
      ? runningClock(instance.no, instance.round, stageClockFacts(instance), local, thresholds)
      : null,
    wholeClock: whole ? runningClock(0, whole.round, wholeClockFacts(whole), local, thresholds) : null,
  };
}

/** One running clock: `instance` and `round` name it, the rest follows from its facts. Null where it has none. */
export function runningClock(
  instance: number,
  round: number,
  facts: ClockFacts | null,
  calendar: CompiledCalendar,
  thresholds: ClockThresholds,
): RunningClock | null {
  if (facts === null) return null;
  const clock = computeClock(facts, calendar, thresholds);
  return {
    instance,
    round,
    basis: clock.basis,
    warnAt: clock.warningAt[0] ?? null,
    dueAt: clock.dueAt,
    provisional: clock.provisional,
  };
}

/** Whether the clock was late when it stopped, or is late at `at` while it runs. */
export function isLate(facts: ClockFacts, calendar: CompiledCalendar, at: number): boolean {
  const { dueAt } = computeClock(facts, calendar);
  return dueAt !== null && Math.min(at, facts.stoppedAt ?? Infinity) > dueAt;
}
