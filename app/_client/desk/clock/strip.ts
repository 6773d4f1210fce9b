import { isCounted, isDaysOff, type Step } from '#domain/clock/step.ts';

/** A piece of the strip. `start` and `width` are shares (0–1) of its whole length. */
export type StripPiece = {
  readonly kind: 'counted' | 'late' | 'gap' | 'pause';
  readonly step: Step;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly width: number;
};

export type Strip = { readonly pieces: readonly StripPiece[]; readonly from: number; readonly to: number };

/** How wide what is not counted may be against the counted time together. */
const GAPS_SHARE = 0.3;
/** Past the deadline the strip grows no longer than this share of what was granted: the figure beside it goes on. */
const LATE_SHARE = 0.5;
const WEIGHTS = { daysOff: 2.2, pause: 2.2, other: 1 } as const;

/**
 * A clock's course as one strip: counted time in proportion, nights, lunches and days off folded to narrow gaps. `end` is
 * the last instant shown: the due instant, or now where the clock is late. Null where nothing ran yet.
 */
export function layoutStrip(steps: readonly Step[], end: number): Strip | null {
  const stretches = steps.flatMap((step) => {
    const to = Math.max(step.from, Math.min(step.to ?? end, end));
    return to > step.from ? [{ step, from: step.from, to }] : [];
  });
  const first = stretches[0];
  const last = stretches.at(-1);
  if (!first || !last) return null;
  // Past its deadline a clock has no steps: what it is late by is one piece, nights and all.
  if (last.to < end) {
    const step: Step = { kind: 'due', from: last.to, to: end, countedMs: 0, balanceMs: 0 };
    stretches.push({ step, from: last.to, to: end });
  }
  const granted = stretches.reduce((sum, { step, from, to }) => sum + (isGranted(step) ? to - from : 0), 0);
  const lengthOf = ({ step, from, to }: (typeof stretches)[number]): number => {
    return isGranted(step) || granted === 0 ? to - from : Math.min(to - from, granted * LATE_SHARE);
  };
  const counted = stretches.reduce((sum, stretch) => sum + (runs(stretch.step) ? lengthOf(stretch) : 0), 0);
  const weights = stretches.reduce((sum, { step }) => sum + (runs(step) ? 0 : weightOf(step)), 0);
  const gaps = weights === 0 ? 0 : counted === 0 ? 1 : Math.min(GAPS_SHARE, weights * 0.045);
  let start = 0;
  const pieces = stretches.map((stretch): StripPiece => {
    const { step, from, to } = stretch;
    const width = runs(step) ? (lengthOf(stretch) / counted) * (1 - gaps) : (weightOf(step) / weights) * gaps;
    const piece = { kind: kindOf(step), step, from, to, start, width } as const;
    start += width;
    return piece;
  });
  return { pieces, from: first.from, to: Math.max(end, last.to) };
}

/** Where an instant falls on the strip, 0–1; instants outside fall on its ends. */
export function placeOnStrip(strip: Strip, at: number): number {
  for (const { from, to, start, width } of strip.pieces) {
    if (at < from) return start;
    if (at <= to) return start + ((at - from) / (to - from)) * width;
  }
  return 1;
}

function kindOf(step: Step): StripPiece['kind'] {
  if (step.kind === 'due') return 'late';
  if (runs(step)) return 'counted';
  return step.kind === 'pause' ? 'pause' : 'gap';
}

function runs(step: Step): boolean {
  return isGranted(step) || step.kind === 'due';
}

function isGranted(step: Step): boolean {
  return isCounted(step.kind) || step.kind === 'due-given';
}

function weightOf(step: Step): number {
  if (isDaysOff(step.kind)) return WEIGHTS.daysOff;
  return step.kind === 'pause' ? WEIGHTS.pause : WEIGHTS.other;
}
