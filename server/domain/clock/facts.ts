import type { Limit } from './limit.ts';

/** A stretch in which the clock stands still (挂账); `to` is null while it lasts. */
export interface Pause {
  readonly from: number;
  readonly to: number | null;
}

/** A granted extension: `limit` is added to what the clock has. */
export interface Extension {
  readonly at: number;
  readonly limit: Limit;
}

/**
 * All that a clock depends on besides the calendar; instants in UTC epoch milliseconds. Whether an extension or a
 * pause was allowed is decided where cases are moved; here they have been granted.
 */
export interface ClockFacts {
  readonly startedAt: number;
  /** Null only where `dueGiven` says when the clock ends. */
  readonly limit: Limit | null;
  /** In order of `from`. */
  readonly pauses: readonly Pause[];
  /** In the order they were granted. */
  readonly extensions: readonly Extension[];
  /** A due instant set by the system that runs the case. It wins: pauses and extensions are that system's to count. */
  readonly dueGiven?: number | null;
  /** When the clock's work was done. */
  readonly stoppedAt?: number | null;
}

/** Whether a pause lasts at an instant. A clock that has stopped is not paused. */
export function isPausedAt(facts: ClockFacts, at: number): boolean {
  if (facts.stoppedAt != null && at >= facts.stoppedAt) return false;
  for (const { from, to } of facts.pauses) if (at >= from && (to === null || at < to)) return true;
  return false;
}

/** Throws RangeError for pauses that run backwards or out of order. */
export function checkPauses(pauses: readonly Pause[]): void {
  let last = -Infinity;
  for (const { from, to } of pauses) {
    if (!(from >= last)) throw new RangeError('pauses must come in order of their start');
    if (to !== null && !(to >= from)) throw new RangeError('a pause must not end before it starts');
    last = from;
  }
}
