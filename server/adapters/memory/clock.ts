import type { Clock } from '#application/ports.ts';

/** Longest single timer: `setTimeout` fires at once past 2^31 ms, and a long one would not notice a stepped clock. */
const LONGEST_MS = 1_000;

/**
 * The machine's clock, or a virtual one that runs `speed` times as fast from `startAt`. Alarms are checked against the
 * clock again before they run, since a timer may come a millisecond early.
 */
export function createClock(options: { startAt?: number; speed?: number } = {}): Clock {
  const speed = options.speed ?? 1;
  const begun = Date.now();
  const startAt = options.startAt ?? begun;
  const live = options.startAt === undefined && speed === 1;
  const now = (): number => (live ? Date.now() : Math.floor(startAt + (Date.now() - begun) * speed));
  return {
    now,
    setAlarm(at, run) {
      let timer: NodeJS.Timeout | null = null;
      const wait = (): void => {
        const left = (at - now()) / speed;
        if (left <= 0) {
          timer = null;
          run();
        } else timer = setTimeout(wait, Math.min(left, LONGEST_MS));
      };
      timer = setTimeout(wait, Math.max(0, Math.min((at - now()) / speed, LONGEST_MS)));
      return () => {
        if (timer !== null) clearTimeout(timer);
      };
    },
  };
}
