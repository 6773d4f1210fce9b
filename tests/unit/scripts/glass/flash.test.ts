import { describe, expect, test } from 'vitest';
import { mostFlashes, type Look } from '../../../../scripts/glass/measure/flash.ts';
import type { Rgb } from '../../../../scripts/glass/measure/colour.ts';

const DARK: Rgb = [11, 15, 17];
const WHITE: Rgb = [239, 242, 244];

/** Three seconds of one cell that changes between two colours `hertz` times a second, looked at every 20 ms. */
function blinking(hertz: number, on: Rgb, off: Rgb): Look[] {
  return Array.from({ length: 150 }, (_, index) => {
    const at = index * 20;
    return { at, cells: [DARK, Math.floor((at / 1_000) * hertz * 2) % 2 === 0 ? off : on] };
  });
}

describe('flashes in one second', () => {
  test('five a second are five, of the cell that shows them', () => {
    expect(mostFlashes(blinking(5, WHITE, DARK))).toEqual({ flashes: 5, cell: 1 });
  });

  test('a pulse every two seconds is one at most', () => {
    expect(mostFlashes(blinking(0.5, WHITE, DARK)).flashes).toBeLessThanOrEqual(1);
  });

  test('two and a half stay under three, three do not', () => {
    expect(mostFlashes(blinking(2.5, WHITE, DARK)).flashes).toBe(2);
    expect(mostFlashes(blinking(3, WHITE, DARK)).flashes).toBe(3);
  });

  test('a change of less than a tenth of the luminance is none', () => {
    expect(mostFlashes(blinking(5, [60, 60, 60], DARK)).flashes).toBe(0);
  });

  test('a slow fade is one change however many steps it takes', () => {
    const looks = Array.from({ length: 60 }, (_, index) => {
      const value = Math.round(255 * (0.5 - 0.5 * Math.cos((index / 50) * Math.PI)));
      return { at: index * 20, cells: [[value, value, value] as Rgb] };
    });
    expect(mostFlashes(looks).flashes).toBe(0);
  });

  test('red of one luminance with its ground is seen as a red flash', () => {
    // Their luminances differ by less than a tenth.
    expect(mostFlashes(blinking(4, [160, 0, 0], [60, 60, 60])).flashes).toBeGreaterThanOrEqual(4);
  });

  test('nothing looked at is nothing seen', () => {
    expect(mostFlashes([])).toEqual({ flashes: 0, cell: -1 });
  });
});
