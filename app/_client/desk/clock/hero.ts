import type { CaseDetailAnswer } from '#wire/http/case.ts';

export type ClockAnswer = CaseDetailAnswer['clocks'][number];

const WORST_FIRST: readonly ClockAnswer['lamp'][] = ['red', 'amber', 'green'];

/**
 * The clock to show big: of those that run the worse one, the stage's where both are alike; else the one that stopped
 * last. Null where the case never had one.
 */
export function heroClock(clocks: readonly ClockAnswer[]): ClockAnswer | null {
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === null);
  const rank = (clock: ClockAnswer): number => {
    const worse = WORST_FIRST.indexOf(clock.lamp);
    return (worse === -1 ? WORST_FIRST.length : worse) * 2 + (clock.kind === 'stage' ? 0 : 1);
  };
  if (running.length > 0) return running.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
  return clocks.toSorted((a, b) => (b.stoppedAt ?? 0) - (a.stoppedAt ?? 0))[0] ?? null;
}

/** The running clock that is not shown big. */
export function otherClock(clocks: readonly ClockAnswer[], hero: ClockAnswer): ClockAnswer | null {
  return clocks.find((clock) => clock.kind !== hero.kind && clock.stoppedAt === null) ?? null;
}
