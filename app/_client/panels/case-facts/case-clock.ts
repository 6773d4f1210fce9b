import type { CaseDetailAnswer } from '#wire/http/case.ts';

export type ShownClock = CaseDetailAnswer['clocks'][number];
const WORST_FIRST: readonly ShownClock['lamp'][] = ['red', 'amber', 'green', 'paused'];

/** The clock to show big: the worst that runs, the stage's before the whole case's; null where none runs. */
export function clockToShow(clocks: readonly ShownClock[]): ShownClock | null {
  const rank = ({ lamp, kind }: ShownClock): number => WORST_FIRST.indexOf(lamp) * 2 + (kind === 'stage' ? 0 : 1);
  const running = clocks.filter(({ stoppedAt, dueAt }) => stoppedAt === null && dueAt !== null);
  return running.sort((one, other) => rank(one) - rank(other))[0] ?? null;
}

/**
 * What is left of a clock at `now`, ms of its own measure, negative when over. The answer is of `receivedAt`; since then
 * it ran on if its kind of time runs. `counting`: whether working time runs now.
 */
export function leftAt(clock: ShownClock, receivedAt: number, now: number, counting: boolean): number {
  const then = clock.totalMs - clock.consumedMs;
  const runs = clock.lamp !== 'paused' && (clock.basis === 'continuous' || counting);
  return then - (runs ? Math.max(0, now - receivedAt) : 0);
}
