import type { Rect } from './wall.ts';

/** The four numbers in the order they are read. */
export const NUMBERS = ['open', 'due-hour', 'timed-out', 'on-time'] as const;
export type NumberName = (typeof NUMBERS)[number];

/** The least width of one of them, u. */
export const TILE = 21;

/** What matters most first. */
const BY_WEIGHT: readonly NumberName[] = ['open', 'timed-out', 'on-time', 'due-hour'];

/** Those that are shown where as many have room, in the order they are read. */
export function mostWeighty(count: number): NumberName[] {
  const shown = BY_WEIGHT.slice(0, count);
  return NUMBERS.filter((name) => shown.includes(name));
}

/**
 * The numbers that one panel of several shows (`index`, from left to right): they are dealt out so that each has as much
 * width as the others, as far as whole numbers allow.
 */
export function dealtTo(panels: readonly Pick<Rect, 'width'>[], index: number): NumberName[] {
  const shares = panels.map(() => 0);
  for (let dealt = 0; dealt < NUMBERS.length; dealt += 1) {
    const widths = panels.map(({ width }, panel) => width / ((shares[panel] ?? 0) + 1));
    const roomiest = widths.indexOf(Math.max(...widths));
    shares[roomiest] = (shares[roomiest] ?? 0) + 1;
  }
  const before = shares.slice(0, index).reduce((sum, share) => sum + share, 0);
  const dealt = NUMBERS.slice(before, before + (shares[index] ?? 0));
  // A panel too narrow to be dealt one shows the first again rather than nothing.
  return dealt.length > 0 ? dealt : NUMBERS.slice(0, 1);
}
