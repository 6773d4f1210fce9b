import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMetres } from '#domain/place/distance.ts';
import { outlineOf, partsOf } from '#domain/place/outline.ts';
import { boxOf, centreOf, innerPoint, isInRing, signedArea } from '#domain/place/ring.ts';

const square = [0, 0, 10, 0, 10, 10, 0, 10];
/** A U open to the north: its centre of mass lies in the opening. */
const horseshoe = [0, 0, 30, 0, 30, 30, 20, 30, 20, 5, 10, 5, 10, 30, 0, 30];

describe('rings', () => {
  it('have an area, a centre and a box', () => {
    expect(signedArea(square)).toBe(100);
    expect(signedArea([0, 10, 10, 10, 10, 0, 0, 0])).toBe(-100);
    expect(centreOf(square)).toEqual([5, 5]);
    expect(centreOf([1, 1, 3, 1, 5, 1])).toEqual([3, 1]);
    expect(boxOf([square, horseshoe])).toEqual([0, 0, 30, 30]);
  });

  it('have an inner point even where the centre of mass is outside', () => {
    const [x, y] = centreOf(horseshoe);
    expect(isInRing(horseshoe, x, y)).toBe(false);
    expect(isInRing(horseshoe, ...innerPoint(horseshoe))).toBe(true);
  });

  it('hold a point in exactly one of the pieces that share corners', () => {
    const left = [0, 0, 6, 0, 4, 5, 6, 10, 0, 10];
    const right = [6, 0, 10, 0, 10, 10, 6, 10, 4, 5];
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 9.99, noNaN: true }), fc.double({ min: 0.01, max: 9.99, noNaN: true }), (x, y) =>
        isInRing(left, x, y) !== isInRing(right, x, y),
      ),
    ); // prettier-ignore
    for (let y = 0.5; y < 10; y += 0.5) {
      const x = y < 5 ? 6 - (2 * y) / 5 : 4 + (2 * (y - 5)) / 5;
      expect(isInRing(left, x, y)).toBe(!isInRing(right, x, y));
    }
  });
});

describe('outlines', () => {
  it('turn into microdegrees and back', () => {
    const outline = { type: 'Polygon' as const, coordinates: [[[117.1, 39], [117.2, 39], [117.2, 39.123456], [117.1, 39]]] }; // prettier-ignore
    expect(partsOf(outline)).toEqual([[[117_100_000, 39_000_000, 117_200_000, 39_000_000, 117_200_000, 39_123_456]]]);
    expect(outlineOf(partsOf(outline))).toEqual(outline);
    expect(outlineOf([])).toBeNull();
  });

  it('refuse what is no polygon', () => {
    expect(() =>
      partsOf({
        type: 'Polygon',
        coordinates: [
          [
            [117, 39],
            [118, 39],
            [117, 39],
          ],
        ],
      }),
    ).toThrow(/three corners/);
    expect(() => partsOf({ type: 'Polygon', coordinates: [[[117], [118, 39], [117, 39]]] })).toThrow(/longitude/);
  });
});

describe('distance', () => {
  it('is in metres along the great circle', () => {
    expect(distanceMetres({ lon: 117, lat: 39 }, { lon: 117, lat: 40 })).toBeCloseTo(111_195.1, 0);
    expect(distanceMetres({ lon: 117, lat: 39 }, { lon: 117, lat: 39 })).toBe(0);
    expect(distanceMetres({ lon: 0, lat: 0 }, { lon: 180, lat: 0 })).toBeCloseTo(Math.PI * 6_371_008.8, 0);
  });
});
