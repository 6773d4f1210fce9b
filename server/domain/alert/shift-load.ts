import type { LoadLimits } from './load-limits.ts';
import { floodsOf, LOAD_SPAN_MS } from './load.ts';

/** How heavy the alerts of a shift lay on its officers. */
export type ShiftLoad = {
  /** Officers on duty at its end; the load of nobody counts as one officer's. */
  officers: number;
  raised: number;
  /** Alerts an officer in ten minutes, over all of it and in its heaviest ten minutes. */
  perTenMinutes: number;
  worstTenMinutes: number;
  /** Share of it in flood, 0 to 1. */
  floodShare: number;
};

/**
 * The load between two instants (epoch ms). `raisedAt`: instants at which alerts came due, in any order; those of the ten
 * minutes before the shift count towards a flood that was there when it began.
 */
export function shiftLoadOf(
  raisedAt: readonly number[],
  officers: number,
  limits: Pick<LoadLimits, 'floodAbove' | 'calmBelow'>,
  since: number,
  now: number,
): ShiftLoad {
  const share = Math.max(1, officers);
  const inOrder = raisedAt.filter((at) => at <= now).sort((a, b) => a - b);
  const own = inOrder.filter((at) => at > since);
  const length = Math.max(1, now - since);
  const flooded = floodsOf(inOrder, share, limits, now).reduce(
    (sum, { from, to }) => sum + Math.max(0, (to ?? now) - Math.max(from, since)),
    0,
  );
  return {
    officers,
    raised: own.length,
    perTenMinutes: own.length / share / Math.max(1, length / LOAD_SPAN_MS),
    worstTenMinutes: mostWithin(own, LOAD_SPAN_MS) / share,
    floodShare: Math.min(1, flooded / length),
  };
}

/** The most of some instants in order that lie within a span of this length (ms), its end included. */
function mostWithin(instants: readonly number[], span: number): number {
  let oldest = 0;
  let most = 0;
  instants.forEach((at, index) => {
    while ((instants[oldest] as number) <= at - span) oldest += 1;
    most = Math.max(most, index - oldest + 1);
  });
  return most;
}
