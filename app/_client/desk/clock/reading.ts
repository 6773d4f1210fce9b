import { isCounted, type Step } from '#domain/clock/step.ts';

/** What a clock shows at an instant. Lengths in ms of the clock's own measure (working or running time). */
export type Reading = {
  readonly consumedMs: number;
  readonly totalMs: number;
  /** Negative: late by so much. */
  readonly leftMs: number;
  /** Whether it counts at this instant. Late time is counted as given by the server plus what has run since. */
  readonly running: boolean;
  /** What holds it, where it does not count. */
  readonly holder: Step | null;
};

/**
 * Reads an explained clock at an instant. Before the due instant the explanation's own steps say what is used up; after
 * it `late` does: how late the clock is now, in its own measure, and whether it runs.
 */
export function readClock(
  steps: readonly Step[],
  totalMs: number,
  at: number,
  late: { readonly lateMs: number; readonly running: boolean } | null,
): Reading {
  const last = steps.at(-1);
  if (late !== null && last?.kind.startsWith('due') && at > (last.to ?? last.from)) {
    const { lateMs, running } = late;
    return { consumedMs: totalMs + lateMs, totalMs, leftMs: -lateMs, running, holder: null };
  }
  let consumedMs = 0;
  let holder: Step | null = null;
  let running = false;
  for (const step of steps) {
    const to = step.to ?? Infinity;
    const counts = isCounted(step.kind) || step.kind === 'due-given';
    if (at >= step.from && at < to) {
      running = counts;
      if (!counts && to > step.from) holder = step;
    }
    if (counts && at > step.from) consumedMs += countedUntil(step, at);
  }
  return { consumedMs, totalMs, leftMs: totalMs - consumedMs, running, holder };
}

function countedUntil(step: Step, at: number): number {
  const to = step.to ?? at;
  if (at >= to) return step.countedMs;
  return to > step.from ? (step.countedMs * (at - step.from)) / (to - step.from) : 0;
}
