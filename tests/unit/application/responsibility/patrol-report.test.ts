import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patrolReport, type PatrolFacts } from '#application/responsibility/patrol-report.ts';
import type { ResponsibilityGrid } from '#domain/responsibility/responsibility-grid.ts';
import { ResponsibilityIndex } from '#domain/responsibility/responsibility-index.ts';
import type { OnTheRound } from '#domain/task/task.ts';
import { blockCity, unitGrid } from '../../domain/responsibility/block-city.ts';

const HOUR = 3_600_000;
const AT = 100 * HOUR;
const places = blockCity();
const EAST = '120102001001';
const gridOf = (code: string, unitGrids: readonly string[], collector: string | null = null): ResponsibilityGrid => ({
  ...{ code, name: { zh: code, en: '' }, person: '', collector, departmentCode: null, approximate: false },
  unitGrids,
});
const indexOf = (...grids: ResponsibilityGrid[]) => new ResponsibilityIndex(grids, places);

/** Somebody in the middle of a unit grid. */
function inGrid(code: string, unitGrid: string, over: Partial<OnTheRound['team']> = {}): OnTheRound {
  const { lon, lat } = places.get(unitGrid)!.centroid;
  const team = { code, kind: 'collector' as const, nameZh: code, nameEn: code, districtCode: '120101' };
  const fix = { team: code, lon, lat, at: AT, heading: null, speed: null };
  return { team: { ...team, department: null, simulated: true, ...over }, fix };
}

const facts = (visits: Record<string, number> = {}, collectors: readonly OnTheRound[] = []): PatrolFacts => ({
  ...{ at: AT, hours: 8, collectors, isOut: (fix) => fix.at === AT },
  visitedAt: (code) => visits[code] ?? null,
});

describe('the patrol report', () => {
  const index = indexOf(
    gridOf('A', [unitGrid(1), unitGrid(2), unitGrid(3), unitGrid(4)], 'C-1'),
    gridOf('B', [unitGrid(5), unitGrid(6)], 'C-2'),
    gridOf('C', [unitGrid(1, EAST)]),
  );

  it('counts each responsibility grid, least patrolled first', () => {
    const visits = { [unitGrid(1)]: AT - HOUR, [unitGrid(2)]: AT - 9 * HOUR, [unitGrid(5)]: AT - 8 * HOUR };
    const report = patrolReport(index, '120000', facts(visits));
    expect(report?.since).toBe(AT - 8 * HOUR);
    expect(report?.grids.map(({ grid, visited, share, lastVisitAt }) => [grid.code, visited, share, lastVisitAt])).toEqual([
      ['C', 0, 0, null],
      ['A', 1, 0.25, AT - HOUR],
      ['B', 1, 0.5, AT - 8 * HOUR],
    ]); // prettier-ignore
  });

  it('sums the place and those right below it', () => {
    const visits = { [unitGrid(1)]: AT, [unitGrid(9)]: AT };
    const report = patrolReport(index, '120000', facts(visits));
    expect(report?.places).toMatchObject([
      { place: '120000', responsibilityGrids: 3, unitGrids: 42, assigned: 7, visited: 1, share: 1 / 7, untouched: 2 },
      { place: '120101', responsibilityGrids: 2, unitGrids: 36, assigned: 6, visited: 1, untouched: 1 },
      { place: '120102', responsibilityGrids: 1, unitGrids: 6, assigned: 1, visited: 0, share: 0, untouched: 1 },
    ]);
    const below = patrolReport(index, '120101001', facts(visits));
    expect(below?.places.map(({ place, share }) => [place, share])).toEqual([
      ['120101001', 1 / 6],
      ['120101001001', 1 / 6],
      ['120101001002', null],
    ]);
    expect(patrolReport(index, '120101001001', facts())?.places).toHaveLength(1);
    expect(patrolReport(index, '999999', facts())).toBeNull();
  });

  it('says how the collectors stand, and who is inside', () => {
    const crew = inGrid('crew', unitGrid(1), { kind: 'crew' });
    const collectors = [inGrid('C-1', unitGrid(2)), inGrid('C-2', unitGrid(1)), inGrid('C-3', unitGrid(5)), crew];
    const stand = (...all: OnTheRound[]) =>
      Object.fromEntries(
        (patrolReport(index, '120000', facts({}, all))?.grids ?? []).map(({ grid, duty, collectorsInside }) => [
          grid.code,
          [duty, collectorsInside],
        ]),
      );
    expect(stand(...collectors)).toEqual({ A: ['in-place', 2], B: ['elsewhere', 1], C: ['unnamed', 0] });
    const [first] = collectors;
    expect(stand({ ...first!, fix: { ...first!.fix!, at: 0 } })).toMatchObject({
      A: ['off-duty', 0],
      B: ['no-position', 0],
    });
    const sums = patrolReport(index, '120101', facts({}, collectors))?.places[0];
    expect(sums).toMatchObject({ onDuty: 2, inPlace: 1 });
  });
});

it('the city is the sum of its districts, and no unit grid counts twice', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 36 }), { maxLength: 12 });
  const visits = fc.dictionary(fc.integer({ min: 1, max: 36 }).map(codeOf), fc.integer({ min: 90, max: 100 }));
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 5 }), visits, (own, seen) => {
      const index = indexOf(...own.map((one, at) => gridOf(`G${at}`, one.map(codeOf))));
      const hours = Object.fromEntries(Object.entries(seen).map(([code, hour]) => [code, hour * HOUR]));
      const [city, ...districts] = patrolReport(index, '120000', facts(hours))!.places;
      for (const figure of ['unitGrids', 'assigned', 'visited'] as const)
        expect(districts.reduce((sum, one) => sum + one[figure], 0)).toBe(city![figure]);
      const { grids } = patrolReport(index, '120000', facts(hours))!;
      expect(grids.reduce((sum, one) => sum + one.visited, 0)).toBe(city!.visited);
      expect(city!.assigned).toBe(new Set(own.flat()).size);
    }),
  );
});

/** 30 unit grids in the one district, 6 in the other. */
function codeOf(number: number): string {
  return number > 30
    ? unitGrid(number - 30, EAST)
    : number > 24
      ? unitGrid(number - 24, '120101001002')
      : unitGrid(number);
}
