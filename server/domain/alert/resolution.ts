import type { CaseState, CaseSummary } from '../case/case.ts';
import { isEnd } from '../case/stage.ts';
import { currentInstance } from '../case/summary.ts';
import type { AlertKey, Resolution } from './alert.ts';

/** Which clock an alert is about; the threshold does not matter to whether that clock still runs. */
export type AlertClock = Pick<AlertKey, 'instance' | 'round'>;

/** What of a case decides about its alerts. `instance` is the passage the case is in, null once it has ended. */
export type CaseNow = {
  ended: boolean;
  instance: number | null;
  stageClock: AlertClock | null;
  wholeClock: AlertClock | null;
};

export function caseNow(state: CaseState, clocks: Pick<CaseSummary, 'stageClock' | 'wholeClock'>): CaseNow {
  return {
    ended: isEnd(state.phase),
    instance: currentInstance(state)?.no ?? null,
    stageClock: clocks.stageClock,
    wholeClock: clocks.wholeClock,
  };
}

/**
 * Why an alert about `clock` is over now, or null while that very clock still runs. A paused clock is not running: its
 * next run is another round with alerts of its own.
 */
export function resolutionOf(clock: AlertClock, now: CaseNow): Resolution | null {
  if (now.ended) return 'ended';
  const running = clock.instance === 0 ? now.wholeClock : now.stageClock;
  if (running !== null && running.instance === clock.instance && running.round === clock.round) return null;
  return clock.instance === 0 || clock.instance === now.instance ? 'deadline-moved' : 'moved-on';
}
