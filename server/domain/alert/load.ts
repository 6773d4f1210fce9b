import type { LoadLimits } from './load-limits.ts';

export const LOAD_SPAN_MS = 600_000;
const HOUR_MS = 3_600_000;

/** An alert as its load counts it: when its instant was reached and when it ended, epoch ms. `clock` names whose alert it is. */
export type AlertLife = { readonly clock: string; readonly raisedAt: number; readonly endedAt: number | null };
/** An alert that is there now. */
export type StandingAlert = { readonly raisedAt: number; readonly taken: boolean; readonly shelved: boolean };

/** How heavy the alerts lie on the officers of a place. */
export type AlertLoad = {
  /** Officers on duty who answer for the place; the load of nobody counts as one officer's. */
  officers: number;
  /** Raised in the last ten minutes, and an officer's part of them. */
  raised: number;
  perOfficer: number;
  /** Raised in each of the last six spans of ten minutes, oldest first. */
  spans: number[];
  /** Since when (epoch ms) it is a flood; null while it is none. */
  floodSince: number | null;
  /** Share of the last `spanHours` in flood, 0 to 1. */
  floodShare: number;
  standing: number;
  chattering: number;
  stale: number;
  shelved: number;
};

/**
 * The load at `now` (epoch ms) from what was raised within the last `spanHours` and what stands now. Exact between
 * alerts: a flood begins with the alert that is one too many and ends when enough of them are ten minutes old. Officers
 * of the past are not known: all of the span counts by those of now.
 */
export function loadOf(
  lives: readonly AlertLife[],
  standing: readonly StandingAlert[],
  officers: number,
  limits: LoadLimits,
  now: number,
): AlertLoad {
  const raisedAt = lives.map((life) => life.raisedAt).sort((a, b) => a - b);
  const between = (from: number, to: number): number => raisedAt.filter((at) => at > from && at <= to).length;
  const share = Math.max(1, officers);
  const raised = between(now - LOAD_SPAN_MS, now);
  const span = limits.spanHours * HOUR_MS;
  const floods = floodsOf(raisedAt, share, limits, now);
  const flooded = floods.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? now) - Math.max(from, now - span)), 0);
  const shown = standing.filter(({ shelved }) => !shelved);
  return {
    officers,
    raised,
    perOfficer: raised / share,
    spans: [5, 4, 3, 2, 1, 0].map((back) => between(now - (back + 1) * LOAD_SPAN_MS, now - back * LOAD_SPAN_MS)),
    floodSince: floods.at(-1)?.to === null ? (floods.at(-1)?.from ?? null) : null,
    floodShare: flooded / span,
    standing: shown.filter((one) => now - one.raisedAt > limits.standingHours * HOUR_MS).length,
    chattering: chatteringOf(lives, limits, now),
    stale: shown.filter((one) => !one.taken && now - one.raisedAt > limits.staleHours * HOUR_MS).length,
    shelved: standing.length - shown.length,
  };
}

/** A flood from one instant to another (epoch ms); `to` null: it goes on. */
export type FloodSpan = { readonly from: number; readonly to: number | null };

/** The floods among instants in order, up to `now`. */
export function floodsOf(
  raisedAt: readonly number[],
  officers: number,
  { floodAbove, calmBelow }: Pick<LoadLimits, 'floodAbove' | 'calmBelow'>,
  now: number,
): FloodSpan[] {
  const floods: FloodSpan[] = [];
  let from: number | null = null;
  let oldest = 0;
  let counted = 0;
  // How many lie within ten minutes changes when one is raised, and when one becomes ten minutes old.
  const leave = (until: number): void => {
    while (oldest < counted && (raisedAt[oldest] as number) + LOAD_SPAN_MS <= until) {
      const at = (raisedAt[oldest] as number) + LOAD_SPAN_MS;
      oldest += 1;
      if (from === null || (counted - oldest) / officers > calmBelow) continue;
      floods.push({ from, to: at });
      from = null;
    }
  };
  for (const at of raisedAt) {
    if (at > now) break;
    leave(at);
    counted += 1;
    if (from === null && (counted - oldest) / officers > floodAbove) from = at;
  }
  leave(now);
  if (from !== null) floods.push({ from, to: null });
  return floods;
}

/** Clocks whose alerts were raised and ended again too often within the last hour. */
function chatteringOf(lives: readonly AlertLife[], { chatteringTimes }: LoadLimits, now: number): number {
  const times = new Map<string, number>();
  for (const { clock, raisedAt, endedAt } of lives) {
    if (endedAt === null || raisedAt <= now - HOUR_MS) continue;
    times.set(clock, (times.get(clock) ?? 0) + 1);
  }
  return [...times.values()].filter((count) => count >= chatteringTimes).length;
}
