import { calendarAt } from '#domain/calendar/calendar-at.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { computeClock } from '#domain/clock/clock.ts';
import type { CaseState, StageInstance } from './case.ts';
import { stageClockFacts } from './deadlines.ts';

/**
 * Writes into every ended passage the due instant it is judged by, as the calendar of its end counts it. One that was
 * judged before keeps its instant: what a later calendar says does not reach back.
 */
export function judged(state: CaseState, calendar: CompiledCalendar): CaseState {
  if (!state.instances.some(isUnjudged)) return state;
  const local = calendarAt(calendar, state.place.districtCode);
  const instances = state.instances.map((one) => (isUnjudged(one) ? { ...one, judgedDueAt: dueOf(one, local) } : one));
  return { ...state, instances };
}

/** Ended disposals that were late and are not exempted, by the instant each is judged by. */
export function lateDisposals(state: CaseState, calendar: CompiledCalendar): StageInstance[] {
  const local = calendarAt(calendar, state.place.districtCode);
  return state.instances.filter((one) => {
    if (one.stage !== 'dispose' || one.leftAt === null || one.exempted) return false;
    const dueAt = one.judgedDueAt === undefined ? dueOf(one, local) : one.judgedDueAt;
    return dueAt !== null && one.leftAt > dueAt;
  });
}

function isUnjudged(one: StageInstance): boolean {
  return one.leftAt !== null && one.judgedDueAt === undefined;
}

function dueOf(instance: StageInstance, calendar: CompiledCalendar): number | null {
  const facts = stageClockFacts(instance);
  return facts === null ? null : computeClock(facts, calendar).dueAt;
}
