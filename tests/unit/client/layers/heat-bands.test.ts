import { describe, expect, it } from 'vitest';
import { heatBands } from '#client/layers/heat/heat-bands.ts';
import { HEAT_STEPS, type HeatRaster } from '#wire/columns.ts';

/** A round hill of 60 cases per km² on 40 × 40 cells of 0.01°. */
function hill(): HeatRaster {
  const values = new Uint8Array(1_600);
  for (let row = 0; row < 40; row++) {
    for (let column = 0; column < 40; column++) {
      const distance = Math.hypot(column - 19.5, row - 19.5);
      values[row * 40 + column] = Math.max(0, Math.round((60 - distance * 5) * 2));
    }
  }
  return { west: 117, south: 39, cellLon: 0.01, cellLat: 0.01, columns: 40, rows: 40, scale: 2, values };
}

const extent = (polygons: number[][][][]): { west: number; east: number; south: number; north: number } => {
  const points = polygons.flat(2);
  const [lons, lats] = [points.map((point) => point[0] as number), points.map((point) => point[1] as number)];
  return { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) };
};

describe('heatBands', () => {
  it('gives six steps with fixed edges, each inside the one before, in the right place', () => {
    const bands = heatBands(hill(), null, 1);
    expect(bands.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5]);
    bands.forEach(({ polygons, step }) => {
      const { west, east, south, north } = extent(polygons);
      // The hill falls by 5 a cell: the step's edge lies (60 − edge) / 5 cells from the middle.
      const radius = ((60 - (HEAT_STEPS[step] as number)) / 5) * 0.01;
      expect((west + east) / 2).toBeCloseTo(117.2, 3);
      expect((south + north) / 2).toBeCloseTo(39.2, 3);
      expect((east - west) / 2).toBeCloseTo(radius, 2);
    });
  });

  it('draws the same edges in a window and finer as over the whole', () => {
    const whole = extent(heatBands(hill(), null, 1)[3]?.polygons ?? []);
    const part = extent(heatBands(hill(), [117.1, 39.1, 117.3, 39.3], 4)[3]?.polygons ?? []);
    for (const side of ['west', 'east', 'south', 'north'] as const) expect(part[side]).toBeCloseTo(whole[side], 2);
  });

  it('has no areas where nothing is, nor outside the lattice', () => {
    const empty = { ...hill(), values: new Uint8Array(1_600) };
    expect(heatBands(empty, null, 2).every(({ polygons }) => polygons.length === 0)).toBe(true);
    expect(heatBands(hill(), [10, 10, 11, 11], 2).every(({ polygons }) => polygons.length === 0)).toBe(true);
  });
});
