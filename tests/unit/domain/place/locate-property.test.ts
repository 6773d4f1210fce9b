import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPlaces } from '#domain/place/place-row.ts';
import { row } from './fixture.ts';

const SIDE = 4;
const CELL = 10_000;
const [WEST, SOUTH] = [117_000_000, 39_000_000];
/** How near a border, in microdegrees, a point may be counted to either side. */
const ON_BORDER = 1e-3;

type Point = [number, number];

/** Quadrilaterals that share their corners, each moved by up to a third of a cell: microdegrees. */
const tiling = fc
  .array(fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 })), {
    minLength: (SIDE + 1) ** 2,
    maxLength: (SIDE + 1) ** 2,
  })
  .map((shifts) => {
    const corner = (column: number, line: number): Point => {
      const [dx, dy] = shifts[line * (SIDE + 1) + column] as Point;
      return [WEST + column * CELL + dx, SOUTH + line * CELL + dy];
    };
    return Array.from({ length: SIDE * SIDE }, (_, at): Point[] => {
      const [column, line] = [at % SIDE, Math.floor(at / SIDE)];
      return [corner(column, line), corner(column + 1, line), corner(column + 1, line + 1), corner(column, line + 1)];
    });
  });

const codeOf = (at: number): string => `1201${String(at + 1).padStart(2, '0')}`;

function indexOf(rings: readonly Point[][]) {
  const degrees = (ring: Point[]): number[][] => [...ring, ring[0] as Point].map(([x, y]) => [x / 1e6, y / 1e6]);
  return loadPlaces([
    row('120000', 'city', null, null),
    ...rings.map((ring, at) =>
      row(codeOf(at), 'district', '120000', { type: 'Polygon', coordinates: [degrees(ring)] }),
    ),
  ]);
}

/** Turns of the ring around a point, counted by quadrants crossed: another way than the index's crossings. */
function windsAround(ring: readonly Point[], [x, y]: Point): boolean {
  let angle = 0;
  ring.forEach(([ax, ay], at) => {
    const [bx, by] = ring[(at + 1) % ring.length] as Point;
    const cross = (ax - x) * (by - y) - (bx - x) * (ay - y);
    angle += Math.atan2(cross, (ax - x) * (bx - x) + (ay - y) * (by - y));
  });
  return Math.abs(angle) > Math.PI;
}

function distanceTo(ring: readonly Point[], [x, y]: Point): number {
  return Math.min(
    ...ring.map(([ax, ay], at) => {
      const [bx, by] = ring[(at + 1) % ring.length] as Point;
      const [dx, dy] = [bx - ax, by - ay];
      const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
      return Math.hypot(ax + t * dx - x, ay + t * dy - y);
    }),
  );
}

const anywhere = fc.tuple(
  fc.double({ min: WEST - CELL, max: WEST + (SIDE + 1) * CELL, noNaN: true }),
  fc.double({ min: SOUTH - CELL, max: SOUTH + (SIDE + 1) * CELL, noNaN: true }),
);
/** A place, one of its edges, and how far along it. */
const onBorder = fc.tuple(fc.nat(SIDE * SIDE - 1), fc.nat(3), fc.constantFrom(0, 0.25, 0.5, 0.75, 1));

describe('locating a point, held against every outline one after the other', () => {
  it('agrees wherever the point is not on a border', () => {
    fc.assert(
      fc.property(tiling, fc.array(anywhere, { minLength: 20, maxLength: 20 }), (rings, points) => {
        const index = indexOf(rings);
        for (const [x, y] of points) {
          if (rings.some((ring) => distanceTo(ring, [x, y]) < ON_BORDER)) continue;
          const expected = rings.flatMap((ring, at) => (windsAround(ring, [x, y]) ? [codeOf(at)] : []));
          expect([index.locate(x / 1e6, y / 1e6).districtCode ?? []].flat()).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives a point on a border to one that touches it, and on an inner border never to none', () => {
    fc.assert(
      fc.property(tiling, fc.array(onBorder, { minLength: 20, maxLength: 20 }), (rings, spots) => {
        const index = indexOf(rings);
        for (const [place, edge, share] of spots) {
          const [a, b] = [rings[place]?.[edge], rings[place]?.[(edge + 1) % 4]] as [Point, Point];
          const point: Point = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
          const touching = rings.flatMap((ring, at) => (distanceTo(ring, point) < ON_BORDER ? [codeOf(at)] : []));
          const found = index.locate(point[0] / 1e6, point[1] / 1e6).districtCode;
          const isInner = share > 0 && share < 1 && touching.length === 2;
          if (found !== null) expect(touching).toContain(found);
          else expect(isInner).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
