import type { CaseState, CaseSummary, RunningClock } from './case.ts';
import type { CaseEvent } from './event.ts';
import { applyEvent } from './fold.ts';

/** The working calendar changed from one version to another; `at`: epoch ms. */
export type CalendarChange = { readonly from: string; readonly to: string; readonly at: number };

/** A case whose deadlines a change of calendar moved: its version before, and its clocks since. */
export type RestatedClocks = {
  readonly id: number;
  readonly version: number;
  readonly stageClock: RunningClock | null;
  readonly wholeClock: RunningClock | null;
};

/**
 * What a change of calendar is in a case's own log. It comes after the case's entry into its stage whatever clock a
 * foreign system told that by, so that any order of folding gives the same rounds.
 */
export function restatedEvent({ from, to, at }: CalendarChange, state: Pick<CaseState, 'instances'>): CaseEvent {
  return {
    eventId: `restated:${to}`,
    at: Math.max(at, (state.instances.at(-1)?.enteredAt ?? at) + 1),
    recordedAt: at,
    actor: { kind: 'system', id: 'calendar', name: 'calendar' },
    data: { type: 'restated', from, to },
  };
}

/** The state after a change of calendar; the same where the case has it already. */
export function restatedState(state: CaseState, change: CalendarChange, { version }: RestatedClocks): CaseState {
  return state.version === version ? applyEvent(state, restatedEvent(change, state)) : state;
}

/** The summary after a change of calendar; the same where the case has it already. */
export function restatedSummary(
  summary: CaseSummary,
  { version, stageClock, wholeClock }: RestatedClocks,
): CaseSummary {
  return summary.version === version ? { ...summary, stageClock, wholeClock, version: version + 1 } : summary;
}
