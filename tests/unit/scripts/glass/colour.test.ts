import { describe, expect, test } from 'vitest';
import { HEAT_NAMES, PALETTE } from '#client/theme/palette.ts';
import {
  contrast,
  deuteranope,
  difference,
  greyscale,
  luminance,
  oklch,
  rgbOf,
} from '../../../../scripts/glass/measure/colour.ts';
import { claimOf, FAMILIES } from '../../../../scripts/glass/measure/families.ts';

describe('contrast', () => {
  test('white on black is 21, a colour on itself 1', () => {
    expect(contrast([255, 255, 255], [0, 0, 0])).toBeCloseTo(21, 6);
    expect(contrast([18, 52, 86], [18, 52, 86])).toBe(1);
  });

  test('#767676 on white is the grey that just passes, #777777 just fails', () => {
    expect(contrast(rgbOf('#767676'), [255, 255, 255])).toBeCloseTo(4.54, 2);
    expect(contrast(rgbOf('#777777'), [255, 255, 255])).toBeCloseTo(4.48, 2);
  });

  test('the palette’s own ratios', () => {
    const on = (one: keyof typeof PALETTE, other: keyof typeof PALETTE) =>
      contrast(rgbOf(PALETTE[one]), rgbOf(PALETTE[other]));
    expect(on('ink1', 'panel')).toBeCloseTo(16.2, 1);
    expect(on('ink3', 'panel')).toBeCloseTo(6.0, 1);
    expect(on('red', 'panel')).toBeCloseTo(5.7, 1);
    expect(on('red', 'heat6')).toBeCloseTo(2.0, 1);
  });
});

describe('OKLCH', () => {
  test('red, green and blue of sRGB lie where they are published to lie', () => {
    const red = oklch([255, 0, 0]);
    expect([red.lightness, red.chroma, red.hue].map((value) => Number(value.toFixed(3)))).toEqual([
      0.628, 0.258, 29.234,
    ]);
    expect(oklch([0, 255, 0]).hue).toBeCloseTo(142.5, 1);
    expect(oklch([0, 0, 255]).hue).toBeCloseTo(264.05, 1);
  });

  test('a grey has no chroma', () => {
    expect(oklch([120, 120, 120]).chroma).toBeLessThan(1e-6);
  });
});

describe('deuteranopia', () => {
  test('greys stay, and red and green of one lightness come near each other', () => {
    for (const value of [0, 90, 255])
      for (const channel of deuteranope([value, value, value])) expect(channel).toBeCloseTo(value, 0);
    const [red, green] = [rgbOf('#C86464'), rgbOf('#789132')];
    expect(difference(deuteranope(red), deuteranope(green))).toBeLessThan(0.5 * difference(red, green));
  });

  test('pure red becomes the dark yellow of the published matrix', () => {
    // 0.367322, 0.280085 and less than nothing, of linear light.
    expect(deuteranope([255, 0, 0]).map(Math.round)).toEqual([163, 144, 0]);
  });
});

test('greyscale keeps the luminance', () => {
  const red = rgbOf(PALETTE.red);
  expect(luminance(greyscale(red))).toBeCloseTo(luminance(red), 2);
});

describe('what a colour claims', () => {
  test('each state’s token claims its own family, whole or half mixed with the ground', () => {
    for (const family of FAMILIES) {
      const token = rgbOf(PALETTE[family]);
      const ground = rgbOf(PALETTE.panel);
      expect(claimOf(token)).toBe(family);
      const half = token.map((value, at) => Math.round(0.7 * value + 0.3 * (ground[at] ?? 0)));
      expect(claimOf([half[0] ?? 0, half[1] ?? 0, half[2] ?? 0]), family).toBe(family);
    }
  });

  test('ground, ink, water and every step of heat claim nothing', () => {
    const quiet = ['ground', 'panel', 'land', 'water', 'river', 'riverlabel', 'ink1', 'ink2', 'ink3', ...HEAT_NAMES];
    for (const name of quiet) expect(claimOf(rgbOf(PALETTE[name as keyof typeof PALETTE])), name).toBeNull();
  });

  test('a strong green is foreign', () => {
    expect(claimOf(rgbOf('#22CC55'))).toBe('foreign');
    expect(claimOf(rgbOf('#3366FF'))).toBe('foreign');
  });
});
