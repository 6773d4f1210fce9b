/**
 * When a screen's frames come: `lateMs` how long after a full second of server time its first frame began, real ms;
 * `uncertaintyMs` how far its idea of server time may be off.
 */
export type FrameTiming = { lateMs: number; uncertaintyMs: number; framesPerSecond: number };

/** A screen against the middle of its wall: later (+) or earlier (−), how sure that is, and how many frames it is. */
export type FrameSkew = { ms: number; uncertaintyMs: number; frames: number };

/**
 * How far each screen's frames are from the middle of the wall's. Null for screens that told no timing, and for all where
 * fewer than two did: one screen is in step with itself.
 */
export function skewsOf(timings: readonly (FrameTiming | null)[]): (FrameSkew | null)[] {
  const known = timings.filter((timing) => timing !== null);
  if (known.length < 2) return timings.map(() => null);
  const middle = medianOf(known.map(({ lateMs }) => lateMs));
  const middleUncertainty = medianOf(known.map(({ uncertaintyMs }) => uncertaintyMs));
  return timings.map((timing) => {
    if (timing === null) return null;
    const ms = timing.lateMs - middle;
    return {
      ms,
      uncertaintyMs: timing.uncertaintyMs + middleUncertainty,
      frames: (Math.abs(ms) * timing.framesPerSecond) / 1000,
    };
  });
}

/** The middle value; of an even number, the mean of the two in the middle. NaN for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? NaN;
  return Number.isInteger(half) ? (upper + (sorted[half - 1] ?? NaN)) / 2 : upper;
}
