import { describe, expect, it } from 'vitest';
import { areaFeatures, boundsOf } from '#client/frame/area-map-style.ts';
import { uncovered } from '#client/frame/uncovered.ts';

const square = (west: number, south: number, size: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});

describe('a map of areas', () => {
  it('frames all its areas, whatever their kind', () => {
    const two = {
      type: 'MultiPolygon' as const,
      coordinates: [square(0, 0, 1).coordinates, square(5, -2, 1).coordinates],
    };
    expect(boundsOf([square(2, 3, 4), two])).toEqual([0, -2, 6, 7]);
    expect(boundsOf([])).toBeNull();
  });

  it('leaves the ground as it is where an area has no colour', () => {
    const { features } = areaFeatures([
      { code: 'a', geometry: square(0, 0, 1), fill: '#112233' },
      { code: 'b', geometry: square(0, 0, 1), fill: null },
    ]);
    expect(features.map(({ properties }) => properties)).toEqual([
      { code: 'a', fill: '#112233' },
      { code: 'b', fill: 'rgba(0, 0, 0, 0)' },
    ]);
  });

  it('shows of labels that cover each other the first, and those that only the hidden ones would cover', () => {
    const at = (x: number) => ({ x, y: 10, width: 20, height: 12 });
    expect(uncovered([at(0), at(15), at(30), at(50)])).toEqual([true, false, true, true]);
    expect(uncovered([at(0), { ...at(5), y: 22 }])).toEqual([true, true]);
  });
});
