import { calendarAt } from '#domain/calendar/calendar-at.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { CaseState, StageInstance } from '#domain/case/case.ts';
import { stageClockFacts, wholeClockFacts } from '#domain/case/deadlines.ts';
import { computeClock, consumedMs, type ClockThresholds } from '#domain/clock/clock.ts';
import { explainClock } from '#domain/clock/explain.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import { lampAt } from '#domain/clock/lamp.ts';
import { basisOf } from '#domain/clock/limit.ts';
import type { ExplainedClock } from '../api-port.ts';
import { withRestatements, type Restatement } from './calendar-changes.ts';

/** Every clock a case ever had, each with its sums: its stages in order, then the whole-case clock. */
export function explainCase(
  state: CaseState,
  calendar: CompiledCalendar,
  thresholds: ClockThresholds,
  at: number,
  changes: readonly Restatement[] = [],
): ExplainedClock[] {
  const local = calendarAt(calendar, state.place.districtCode);
  const stages = state.instances.flatMap((instance) => {
    const facts = stageClockFacts(instance);
    return facts ? [explain(facts, stageName(instance), local, thresholds, at, changes)] : [];
  });
  const { whole } = state;
  const facts = whole && wholeClockFacts(whole);
  if (!whole || !facts) return stages;
  const name: ClockName = { kind: 'whole', stage: null, instance: 0, round: whole.round };
  return [...stages, explain(facts, name, local, thresholds, at, changes)];
}

type ClockName = Pick<ExplainedClock, 'kind' | 'stage' | 'instance' | 'round'>;

function stageName({ stage, no, round }: StageInstance): ClockName {
  return { kind: 'stage', stage, instance: no, round };
}

function explain(
  facts: ClockFacts,
  name: ClockName,
  calendar: CompiledCalendar,
  thresholds: ClockThresholds,
  at: number,
  changes: readonly Restatement[],
): ExplainedClock {
  const clock = computeClock(facts, calendar, thresholds);
  return {
    ...name,
    startedAt: facts.startedAt,
    stoppedAt: facts.stoppedAt ?? null,
    warnAt: clock.warningAt[0] ?? null,
    dueAt: clock.dueAt,
    basis: facts.limit ? basisOf(facts.limit.unit) : clock.basis,
    totalMs: clock.totalMs,
    consumedMs: consumedMs(facts, calendar, at),
    lamp: lampAt(facts, clock, at),
    provisional: clock.provisional,
    limit: facts.limit,
    steps: withRestatements(explainClock(facts, calendar), changes, facts),
  };
}
