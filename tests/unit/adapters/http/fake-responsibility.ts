import { createResponsibility } from '#application/responsibility/responsibility.ts';
import type { ResponsibilityPort } from '#application/responsibility/responsibility-port.ts';
import type { ResponsibilityGrid } from '#domain/responsibility/responsibility-grid.ts';
import { ResponsibilityIndex } from '#domain/responsibility/responsibility-index.ts';
import { blockCity, unitGrid } from '../../domain/responsibility/block-city.ts';

const gridOf = (code: string, unitGrids: string[]): ResponsibilityGrid => ({
  ...{ code, name: { zh: code, en: '' }, person: '甲岗', collector: 'C-1', departmentCode: null, approximate: false },
  unitGrids,
});

/** One responsibility grid in each of two districts, over a small city of squares. */
export function fakeResponsibility(): ResponsibilityPort {
  const own = gridOf('ZR-1', [unitGrid(1), unitGrid(2)]);
  const other = gridOf('ZR-2', [unitGrid(1, '120102001001')]);
  const index = new ResponsibilityIndex([own, other], blockCity());
  return createResponsibility({
    ...{ book: { current: () => index }, readAt: async () => other, collectors: () => [], isOut: () => true },
    ...{ visitedAt: () => null, now: () => 0 },
  });
}
