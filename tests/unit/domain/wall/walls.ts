import fc from 'fast-check';
import type { Screen, Wall } from '#domain/wall/wall.ts';
import { usualDistance } from '#domain/wall/unit.ts';

/** A wall of equal screens in columns and rows; lengths in mm. */
export function gridWall(made: {
  columns?: number;
  rows?: number;
  width?: number;
  height?: number;
  bezel?: number;
  pixels?: { width: number; height: number };
  viewingDistance?: number;
}): Wall {
  const { columns = 1, rows = 1, width = 1_209.6, height = 680.4, bezel = 0 } = made;
  const screens: Screen[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      screens.push({
        id: String(row * columns + column + 1),
        x: column * (width + bezel),
        y: row * (height + bezel),
        width,
        height,
        pixels: made.pixels ?? { width: 1_920, height: 1_080 },
        rotation: 0,
      });
    }
  }
  return {
    id: 'main',
    names: { zh: '大屏', en: 'Wall' },
    scope: '120000',
    viewingDistance: made.viewingDistance ?? usualDistance(height),
    screens,
  };
}

/** Walls as they hang in rooms: 1 to 24 screens of 16:9, bezels of 0 to 20 mm, seen from near and far. */
export const anyWall: fc.Arbitrary<Wall> = fc
  .record({
    columns: fc.integer({ min: 1, max: 6 }),
    rows: fc.integer({ min: 1, max: 4 }),
    height: fc.double({ min: 500, max: 1_600, noNaN: true }),
    bezel: fc.double({ min: 0, max: 20, noNaN: true }),
    distance: fc.double({ min: 1_500, max: 12_000, noNaN: true }),
  })
  .map(({ columns, rows, height, bezel, distance }) =>
    gridWall({ columns, rows, height, width: (height * 16) / 9, bezel, viewingDistance: distance }),
  );
