import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DecodeError } from '#wire/frame-bytes.ts';
import { decodePlaces, encodePlaces, gridCodeOf, splitGridCode } from '#wire/place-frame.ts';

const u16s = (length: number) =>
  fc.array(fc.nat(0xffff), { minLength: length, maxLength: length }).map((list) => Uint16Array.from(list));

const anyCounts = fc.tuple(fc.nat(12), fc.nat(12)).chain(([places, grids]) =>
  fc.record({
    open: u16s(places),
    timedOut: u16s(places),
    warned: u16s(places),
    supervised: u16s(places),
    grids: fc.record({
      length: fc.constant(grids),
      codeHigh: fc.constant(new Uint32Array(grids).fill(120_101)),
      codeLow: fc
        .array(fc.nat(999_999_999), { minLength: grids, maxLength: grids })
        .map((list) => Uint32Array.from(list)),
      lon: fc.constant(new Int32Array(grids).fill(117_200_000)),
      lat: fc.constant(new Int32Array(grids).fill(-39_100_000)),
      open: u16s(grids),
      timedOut: u16s(grids),
    }),
  }),
);

describe('place frames', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        expect(decodePlaces(encodePlaces(counts))).toEqual(counts);
      }),
    );
  });

  it('refuse anything else with DecodeError', () => {
    fc.assert(
      fc.property(anyCounts, fc.nat(400), (counts, cut) => {
        const good = encodePlaces(counts);
        if (cut < good.length) expect(() => decodePlaces(good.subarray(0, cut))).toThrow(DecodeError);
        expect(() => decodePlaces(Buffer.concat([good, Buffer.of(1)]))).toThrow(DecodeError);
      }),
    );
  });

  it('carry grid codes of fifteen digits in two numbers', () => {
    expect(splitGridCode('120101002000007')).toEqual({ high: 120_101, low: 2_000_007 });
    expect(gridCodeOf(120_101, 2_000_007)).toBe('120101002000007');
    expect(splitGridCode('12010100200000')).toBeNull();
  });
});
