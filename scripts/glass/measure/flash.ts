import { linear, luminance, type Rgb } from './colour.ts';

/** One look at the screen: its cells' mean colours, in a fixed order, at an instant in milliseconds. */
export type Look = { at: number; cells: readonly Rgb[] };

const SECOND_MS = 1_000;
/** General flash: a change of relative luminance by a tenth of the most there is, the darker one under 0.80. */
const LEAST_CHANGE = 0.1;
const DARK_UNDER = 0.8;
/** Red flash: one side is a saturated red, and (R − G − B) × 320 changes by more than 20. */
const RED_SHARE = 0.8;
const RED_SCALE = 320;
const RED_LEAST = 20;

/**
 * The most flashes within any one second that a cell of the screen shows, general or red, as WCAG 2.2 counts them
 * (https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds): two opposing changes are one flash. WCAG
 * lets small areas flash; this does not, because on a wall nobody knows how near somebody stands.
 */
export function mostFlashes(looks: readonly Look[]): { flashes: number; cell: number } {
  let most = { flashes: 0, cell: -1 };
  const count = looks[0]?.cells.length ?? 0;
  for (let cell = 0; cell < count; cell++) {
    const course = looks.flatMap(({ at, cells }) => {
      const rgb = cells[cell];
      return rgb === undefined ? [] : [{ at, rgb }];
    });
    const general = changes(
      course.map(({ at, rgb }) => ({ at, value: luminance(rgb) })),
      (from, to) => Math.abs(to - from) >= LEAST_CHANGE && Math.min(from, to) < DARK_UNDER,
    );
    const reds = course.map(({ at, rgb }) => ({ at, value: redness(rgb) }));
    const saturated = course.some(({ rgb }) => isSaturatedRed(rgb));
    const red = saturated ? changes(reds, (from, to) => Math.abs(to - from) > RED_LEAST) : [];
    const flashes = Math.max(inOneSecond(general), inOneSecond(red));
    if (flashes > most.flashes) most = { flashes, cell };
  }
  return most;
}

function isSaturatedRed(rgb: Rgb): boolean {
  const [r, g, b] = [linear(rgb[0]), linear(rgb[1]), linear(rgb[2])];
  return r > 0 && r / (r + g + b) >= RED_SHARE;
}

function redness(rgb: Rgb): number {
  return Math.max(0, (linear(rgb[0]) - linear(rgb[1]) - linear(rgb[2])) * RED_SCALE);
}

/** Changes from one turning point to the next that are large enough to count, whatever small steps they are made of. */
function changes(
  course: readonly { at: number; value: number }[],
  counts: (from: number, to: number) => boolean,
): number[] {
  const found: number[] = [];
  let way: 'up' | 'down' | null = null;
  let low = course[0]?.value ?? 0;
  let high = low;
  for (const { at, value } of course) {
    if (way !== 'up' && value > low && counts(low, value)) {
      found.push(at);
      way = 'up';
      high = value;
    } else if (way !== 'down' && value < high && counts(high, value)) {
      found.push(at);
      way = 'down';
      low = value;
    }
    // The next turn is measured from the farthest point that this way reaches.
    if (way !== 'down') high = Math.max(high, value);
    if (way !== 'up') low = Math.min(low, value);
  }
  return found;
}

/** The most pairs of changes whose ends lie within one second. */
function inOneSecond(all: readonly number[]): number {
  let most = 0;
  let first = 0;
  all.forEach((at, last) => {
    while (at - (all[first] ?? at) >= SECOND_MS) first++;
    most = Math.max(most, Math.floor((last - first + 1) / 2));
  });
  return most;
}
