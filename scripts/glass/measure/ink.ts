import { clipped, pixel, type Picture } from './picture.ts';
import { contrast, type Rgb } from './colour.ts';
import type { Box } from './boxes.ts';

/** What a text's letters look like where they stand. */
export type Ink = {
  /** Share of the box that letters cover: next to nothing says that something lies over them. */
  share: number;
  colour: Rgb;
  /** Nine tenths of the letters' pixels have at least this contrast to what is painted behind them; null: no letters. */
  contrast: number | null;
};

/** Sums of three channels' differences: from here a pixel belongs to a letter, and not to how a picture is smoothed. */
const LETTER_FROM = 24;
/** Letters' edges are mixed with the ground; only their cores, this near the strongest, tell their colour. */
const CORE = 0.85;
/** One pixel in ten may be worse: a hair of a line that crosses behind a text makes nothing unreadable. */
const WORST_SHARE = 0.1;

/**
 * Holds a picture against the same one without its letters: where they differ letters are, and there the second shows
 * what is really behind them, keylines and heat and all.
 */
export function inkIn(picture: Picture, without: Picture, boxes: readonly Box[]): Ink {
  const found: { strength: number; front: Rgb; back: Rgb }[] = [];
  let pixels = 0;
  for (const box of boxes) {
    const { x, y, width, height } = clipped(picture, box);
    pixels += width * height;
    for (let row = y; row < y + height; row++) {
      for (let column = x; column < x + width; column++) {
        const front = pixel(picture, column, row);
        const back = pixel(without, column, row);
        const strength = Math.abs(front[0] - back[0]) + Math.abs(front[1] - back[1]) + Math.abs(front[2] - back[2]);
        if (strength >= LETTER_FROM) found.push({ strength, front, back });
      }
    }
  }
  if (found.length === 0) return { share: 0, colour: [0, 0, 0], contrast: null };
  found.sort((a, b) => a.strength - b.strength);
  const strongest = found[Math.floor(found.length * 0.97)]?.strength ?? 0;
  const core = found.filter(({ strength }) => strength >= CORE * strongest);
  const mean = (channel: 0 | 1 | 2): number => core.reduce((sum, { front }) => sum + front[channel], 0) / core.length;
  const colour: Rgb = [mean(0), mean(1), mean(2)];
  const ratios = core.map(({ back }) => contrast(colour, back)).sort((a, b) => a - b);
  return {
    share: found.length / Math.max(1, pixels),
    colour,
    contrast: ratios[Math.floor(ratios.length * WORST_SHARE)] ?? null,
  };
}
