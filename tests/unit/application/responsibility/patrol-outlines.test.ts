import { expect, test } from 'vitest';
import { createResponsibility } from '#application/responsibility/responsibility.ts';
import { ResponsibilityIndex } from '#domain/responsibility/responsibility-index.ts';
import { blockCity, unitGrid } from '../../domain/responsibility/block-city.ts';

const grid = {
  ...{ code: 'A', name: { zh: 'A', en: '' }, person: '', collector: null, departmentCode: null, approximate: false },
  unitGrids: [unitGrid(1), unitGrid(2)],
};
const index = new ResponsibilityIndex([grid], blockCity());
const port = createResponsibility({
  book: { current: () => index },
  readAt: async () => null,
  visitedAt: () => null,
  collectors: () => [],
  isOut: () => false,
  now: () => 0,
});
const who = { kind: 'person', id: 'a', name: 'a', role: 'leader', scope: '120000', department: null } as const;

test('a responsibility grid is outlined only where it is asked for, as one polygon', () => {
  const plain = port.patrol(who, '120101', { hours: 8, limit: 5 });
  expect(plain?.grids[0]).not.toHaveProperty('geometry');
  const drawn = port.patrol(who, '120101', { hours: 8, limit: 5, geometry: true });
  const outline = drawn?.grids[0]?.geometry;
  expect(outline?.type).toBe('MultiPolygon');
  // Two neighbours side by side: four corners and one on each long side, closed.
  expect(outline?.coordinates.map((rings) => rings.length)).toEqual([1]);
});
