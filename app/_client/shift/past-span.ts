import { REPLAY_STEPS, instantOfStep, lastDaySpan, type ReplaySpan } from '#domain/wall/replay.ts';

const HALF_DAY_MS = 12 * 3_600_000;
const GRAIN_MS = 600_000;

/** The 24 hours around an instant (epoch ms), as far as they are over at `now`. */
export function spanAround(at: number, now: number): ReplaySpan {
  return lastDaySpan(Math.min(now, at + HALF_DAY_MS + GRAIN_MS));
}

/** The last step of a span that is not after an instant. */
export function stepAt(span: ReplaySpan, at: number): number {
  const share = (at - span.from) / (span.to - span.from);
  const step = Math.min(REPLAY_STEPS, Math.max(0, Math.floor(share * REPLAY_STEPS)));
  return instantOfStep(span, step) > at && step > 0 ? step - 1 : step;
}
