import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeatRaster } from '#wire/columns.ts';
import { DecodeError } from '#wire/frame-bytes.ts';
import { decodeHeat, encodeHeat } from '#wire/heat-frame.ts';

function raster(columns: number, rows: number, values: number[]): HeatRaster {
  const cells = columns * rows;
  return {
    west: 116.7,
    south: 38.5,
    cellLon: 0.0046,
    cellLat: 0.0036,
    columns,
    rows,
    scale: 4,
    values: Uint8Array.from({ length: cells }, (_, cell) => values[cell % Math.max(1, values.length)] ?? 0),
  };
}

const anyRaster = fc
  .tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 0, max: 40 }),
    fc.array(fc.oneof(fc.constant(0), fc.nat(255)), { maxLength: 400 }),
  )
  .map(([columns, rows, values]) => raster(columns, rows, values));

describe('heat frames', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(anyRaster, (heat) => {
        expect(decodeHeat(encodeHeat(heat))).toEqual(heat);
      }),
    );
  });

  it('cost next to nothing where nothing happens', () => {
    expect(encodeHeat(raster(300, 475, [])).length).toBe(52);
  });

  it('have the bytes they always had', () => {
    const bytes = encodeHeat(raster(3, 100, [...Array<number>(299).fill(0), 9]));
    expect(Buffer.from(bytes.subarray(44)).toString('hex')).toBe('0300' + '6400' + '00' + 'ab02' + '09');
  });

  it('refuse anything else with DecodeError', () => {
    const good = encodeHeat(raster(20, 20, [0, 0, 0, 7, 8, 0]));
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(good.length - 1), fc.nat(255), (cut, at, value) => {
        const bent = good.slice();
        bent[at] = value;
        expect(() => decodeHeat(good.subarray(0, cut))).toThrow(DecodeError);
        try {
          decodeHeat(bent);
        } catch (error) {
          expect(error).toBeInstanceOf(DecodeError);
        }
      }),
    );
  });
});
