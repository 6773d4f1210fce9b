import type { Principal } from '#domain/account/role.ts';
import { covers } from '#domain/account/scope.ts';
import { joinedOutline } from '#domain/place/joined-outline.ts';
import { homeOf, type ResponsibilityGrid } from '#domain/responsibility/responsibility-grid.ts';
import type { OnTheRound } from '#domain/task/task.ts';
import type { Fix } from '#domain/team/team.ts';
import { patrolReport } from './patrol-report.ts';
import type { ResponsibilityBook } from './responsibility-book.ts';
import type { ResponsibilityPort, SeenResponsibilityGrid } from './responsibility-port.ts';

export type ResponsibilityParts = {
  book: Pick<ResponsibilityBook, 'current'>;
  /** Of a day that is past, from the store. */
  readAt: (unitGrid: string, at: number) => Promise<ResponsibilityGrid | null>;
  visitedAt: (unitGrid: string) => number | null;
  collectors: () => readonly OnTheRound[];
  isOut: (fix: Fix, at: number) => boolean;
  now: () => number;
};

/** Responsibility grids from memory, within the reach of who asks. */
export function createResponsibility(parts: ResponsibilityParts): ResponsibilityPort {
  const { book } = parts;
  const placeOf = (grid: ResponsibilityGrid): string => homeOf(grid) ?? book.current().places.places[0]?.code ?? '';

  function seen(who: Principal, grid: ResponsibilityGrid | null): SeenResponsibilityGrid | null {
    if (grid === null) return null;
    const place = placeOf(grid);
    const isNear = covers(who.scope, place) || covers(place, who.scope);
    return { ...grid, place, ...(!isNear && { person: '', collector: null }) };
  }

  return {
    ofUnitGrid: (who, unitGrid) => seen(who, book.current().ofUnitGrid(unitGrid)),
    ofUnitGridAt: async (who, unitGrid, at) => (unitGrid === null ? null : seen(who, await parts.readAt(unitGrid, at))),
    list(who, place, limit) {
      const index = book.current();
      if (!index.places.get(place)) return null;
      const within = index.within(place);
      return { total: within.length, grids: within.slice(0, limit).flatMap((grid) => seen(who, grid) ?? []) };
    },
    patrol(who, place, { hours, limit, geometry = false }) {
      const { places } = book.current();
      const at = parts.now();
      const report = patrolReport(book.current(), place, {
        ...{ at, hours, visitedAt: parts.visitedAt, collectors: parts.collectors() },
        isOut: (fix) => parts.isOut(fix, at),
      });
      if (report === null) return null;
      const grids = report.grids.slice(0, limit).flatMap(({ grid, ...rest }) => {
        const shown = seen(who, grid);
        if (shown === null) return [];
        // The count of its unit grids takes the place of their codes.
        const collectorName = shown.collector === null ? null : rest.collectorName;
        const outline = geometry && {
          geometry: joinedOutline(grid.unitGrids.map((code) => places.partsAt(places.ordinalOf(code)))),
        };
        return [{ ...shown, ...rest, collectorName, ...outline }];
      });
      return { since: report.since, places: report.places, total: report.grids.length, grids };
    },
  };
}
