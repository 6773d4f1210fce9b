import fc from 'fast-check';
import { expect, it } from 'vitest';
import { piecesOf } from '#domain/responsibility/contiguous.ts';
import { ResponsibilityIndex } from '#domain/responsibility/responsibility-index.ts';
import { clustersOf } from '#seed/responsibility-grids/cluster.ts';
import { madeResponsibilityGrids } from '#seed/responsibility-grids/made-grids.ts';
import { madeVisits } from '#seed/responsibility-grids/made-visits.ts';
import { blockCity } from '../domain/responsibility/block-city.ts';

/** A street plan: squares in rows, some of them missing. */
const plans = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.array(fc.boolean(), { minLength: 1, maxLength: 180 }))
  .map(([width, built]) => built.flatMap((is, at) => (is ? [{ x: at % width, y: Math.floor(at / width) }] : [])));

it('groups hang together, have each unit grid once, and stay within what one collector walks', () => {
  fc.assert(
    fc.property(plans, (squares) => {
      const touch = (a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
        Math.abs(a.x - b.x) + Math.abs(a.y - b.y) === 1;
      const neighbours = squares.map((one) => squares.flatMap((other, at) => (touch(one, other) ? [at] : [])));
      const centres = squares.map(({ x, y }) => ({ lon: 117 + x / 1000, lat: 39 + y / 1000 }));
      const groups = clustersOf(centres, neighbours);
      expect(groups.flat().sort((a, b) => a - b)).toEqual(squares.map((_, at) => at));
      for (const group of groups) {
        const within = group.map((at) => (neighbours[at] ?? []).flatMap((other) => group.indexOf(other)).filter((at) => at >= 0)); // prettier-ignore
        expect(piecesOf(within)).toHaveLength(1);
      }
      expect(clustersOf(centres, neighbours)).toEqual(groups);
    }),
  );
});

it('a demonstration has computed ones in all its communities, walked by whoever begins near', () => {
  const places = blockCity();
  const rounds = [
    { code: 'far', districtCode: '120101', home: { lon: 117.2, lat: 39.2 } },
    { code: 'near', districtCode: '120101', home: { lon: 117.003, lat: 39.002 } },
    { code: 'elsewhere', districtCode: '120103', home: { lon: 117.007, lat: 39.001 } },
  ];
  const made = [...madeResponsibilityGrids(places, rounds)];
  expect(made.map(({ code, collector, unitGrids }) => [code, collector, unitGrids.length])).toEqual([
    ['120101001001R01', 'near', 24],
    ['120101001002R01', 'near', 12],
    ['120102001001R01', null, 6],
  ]);
  expect(made.every(({ approximate }) => approximate)).toBe(true);
  const index = new ResponsibilityIndex(made, places);
  expect(places.places.filter(({ level, code }) => level === 'grid' && index.ofUnitGrid(code) === null)).toEqual([]);
});

it('the shift before the first start leads through unit grids near its beginning, within the shift, always the same', () => {
  const places = blockCity();
  const rounds = [{ code: 'C-1', districtCode: '120101', home: { lon: 117.003, lat: 39.002 } }];
  const shift = [1_000_000, 2_000_000] as const;
  const visits = [...madeVisits(places, rounds, shift)];
  expect(visits.length).toBeGreaterThan(10);
  expect(visits.length).toBeLessThan(42);
  expect(visits.every(({ at, grid }) => at >= shift[0] && at <= shift[1] && places.get(grid) !== undefined)).toBe(true);
  expect([...madeVisits(places, rounds, shift)]).toEqual(visits);
  expect([...madeVisits(places, [{ ...rounds[0]!, home: { lon: 118, lat: 39 } }], shift)]).toEqual([]);
});
