import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homeOf, type ResponsibilityGrid } from '#domain/responsibility/responsibility-grid.ts';
import { ResponsibilityIndex } from '#domain/responsibility/responsibility-index.ts';
import { blockCity, unitGrid } from './block-city.ts';

const places = blockCity();
const gridOf = (code: string, unitGrids: string[]): ResponsibilityGrid => ({
  ...{ code, name: { zh: code, en: code }, person: '', collector: null, departmentCode: null, approximate: false },
  unitGrids,
});
const EAST = '120102001001';

describe('the index of responsibility grids', () => {
  const index = new ResponsibilityIndex(
    [
      gridOf('B', [unitGrid(3), unitGrid(4), unitGrid(999)]),
      gridOf('A', [unitGrid(1), unitGrid(2)]),
      gridOf('C', [unitGrid(24), unitGrid(1, EAST)]),
    ],
    places,
  );

  it('tells whose a unit grid is', () => {
    expect(index.ofUnitGrid(unitGrid(2))?.code).toBe('A');
    expect(index.ofUnitGrid(unitGrid(1, EAST))?.code).toBe('C');
    for (const none of [unitGrid(5), unitGrid(999), '120101', 'nonsense', null])
      expect(index.ofUnitGrid(none)).toBeNull();
    expect(index.get('B')?.unitGrids).toEqual([unitGrid(3), unitGrid(4)]);
  });

  it('tells which have ground in a place', () => {
    const codes = (place: string): string[] => index.within(place).map(({ code }) => code);
    expect([codes('120000'), codes('120101'), codes('120102')]).toEqual([['A', 'B', 'C'], ['A', 'B', 'C'], ['C']]);
    expect([codes(unitGrid(3)), codes('120101001002')]).toEqual([['B'], []]);
  });

  it('names the smallest place that holds all of one', () => {
    const home = (...unitGrids: string[]): string | null => homeOf({ unitGrids });
    expect(home(unitGrid(1), unitGrid(2))).toBe('120101001001');
    expect(home(unitGrid(1), unitGrid(1, '120101001002'))).toBe('120101001');
    expect([home(unitGrid(1), unitGrid(1, EAST)), home()]).toEqual([null, null]);
  });
});

it('each unit grid lies in at most one, whatever is claimed', () => {
  const claims = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 30 }).map((n) => unitGrid(n))), { maxLength: 8 });
  fc.assert(
    fc.property(claims, (claimed) => {
      const grids = claimed.map((unitGrids, at) => gridOf(`G${at}`, unitGrids));
      const index = new ResponsibilityIndex(grids, places);
      const owned = index.grids.flatMap(({ unitGrids }) => unitGrids);
      expect(new Set(owned).size).toBe(owned.length);
      const known = new Set(claimed.flat().filter((code) => places.get(code) !== undefined));
      expect(new Set(owned)).toEqual(known);
      for (const grid of index.grids)
        for (const code of grid.unitGrids) expect(index.ofUnitGrid(code)?.code).toBe(grid.code);
    }),
  );
});
