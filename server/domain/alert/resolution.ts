import type { CaseState, CaseSummary } from '../case/case.ts';
import { isEnd } from '../case/stage.ts';
import { currentInstance } from '../case/summary.ts';
import { supervisionsOf, type Supervision } from '../case/supervision.ts';
import type { AlertKey, Resolution } from './alert.ts';

/** Which clock an alert is about; between warning and timeout the threshold does not matter to whether that clock runs. */
export type AlertClock = Pick<AlertKey, 'instance' | 'round' | 'threshold'>;

type RunningNow = Pick<AlertKey, 'instance' | 'round'>;

/** What of a case decides about its alerts. `instance` is the passage the case is in, null once it has ended. */
export type CaseNow = {
  ended: boolean;
  instance: number | null;
  stageClock: RunningNow | null;
  wholeClock: RunningNow | null;
  supervisions: readonly Pick<Supervision, 'no' | 'reply' | 'liftedAt'>[];
};

export function caseNow(state: CaseState, clocks: Pick<CaseSummary, 'stageClock' | 'wholeClock'>): CaseNow {
  return {
    ended: isEnd(state.phase),
    instance: currentInstance(state)?.no ?? null,
    stageClock: clocks.stageClock,
    wholeClock: clocks.wholeClock,
    supervisions: supervisionsOf(state),
  };
}

/**
 * Why an alert about `clock` is over now, or null while that very clock still runs. A paused clock is not running: its
 * next run is another round with alerts of its own. A reply stays owed while the clocks stand still.
 */
export function resolutionOf(clock: AlertClock, now: CaseNow): Resolution | null {
  if (now.ended) return 'ended';
  if (clock.threshold === 'reply-late') return replyResolution(clock.instance, now);
  const running = clock.instance === 0 ? now.wholeClock : now.stageClock;
  if (running !== null && running.instance === clock.instance && running.round === clock.round) return null;
  return clock.instance === 0 || clock.instance === now.instance ? 'deadline-moved' : 'moved-on';
}

function replyResolution(no: number, { supervisions }: CaseNow): Resolution | null {
  const supervision = supervisions.find((one) => one.no === no);
  if (supervision === undefined || supervision.liftedAt !== null) return 'lifted';
  return supervision.reply === null ? null : 'replied';
}
