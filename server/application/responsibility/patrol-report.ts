import type { BilingualName } from '#domain/category/category.ts';
import { hourMs } from '#domain/calendar/dates.ts';
import type { Place } from '#domain/place/place.ts';
import { dutyState, patrolled, type DutyState, type Patrolled } from '#domain/responsibility/patrol.ts';
import type { ResponsibilityGrid } from '#domain/responsibility/responsibility-grid.ts';
import type { ResponsibilityIndex } from '#domain/responsibility/responsibility-index.ts';
import type { OnTheRound } from '#domain/task/task.ts';
import type { Fix } from '#domain/team/team.ts';
import type { PatrolledPlace } from './responsibility-port.ts';

export type PatrolFacts = {
  /** Epoch ms. */
  at: number;
  hours: number;
  visitedAt: (unitGrid: string) => number | null;
  collectors: readonly OnTheRound[];
  isOut: (fix: Fix) => boolean;
};

type Row = Patrolled & {
  grid: ResponsibilityGrid;
  collectorName: BilingualName | null;
  duty: DutyState;
  collectorsInside: number;
};

/**
 * How the responsibility grids of a place are patrolled: each by itself, least patrolled first, and the sums of the place
 * and of those right below it. A unit grid counts once everywhere. Null for a place that there is not.
 */
export function patrolReport(
  index: ResponsibilityIndex,
  place: string,
  { at, hours, visitedAt, collectors, isOut }: PatrolFacts,
): { since: number; places: PatrolledPlace[]; grids: Row[] } | null {
  const { places } = index;
  const ordinal = places.ordinalOf(place);
  if (ordinal === -1) return null;
  const since = at - hours * hourMs;
  const onRound = new Map(
    collectors.flatMap((one) => (one.team.kind === 'collector' ? [[one.team.code, one] as const] : [])),
  );
  const ownerOf = ({ lon, lat }: Fix): string | null =>
    index.ofUnitGrid(places.locate(lon, lat).gridCode)?.code ?? null;
  const inside = new Map<string, number>();
  for (const { fix } of onRound.values()) {
    const owner = fix !== null && isOut(fix) ? ownerOf(fix) : null;
    if (owner !== null) inside.set(owner, (inside.get(owner) ?? 0) + 1);
  }
  const rows = index.within(place).map((grid): Row => {
    const own = grid.collector === null ? 'unnamed' : (onRound.get(grid.collector) ?? 'unknown');
    return {
      grid,
      ...patrolled(grid.unitGrids, visitedAt, since),
      collectorName: typeof own === 'string' ? null : { zh: own.team.nameZh, en: own.team.nameEn },
      duty: dutyState(own, isOut, (fix) => ownerOf(fix) === grid.code),
      collectorsInside: inside.get(grid.code) ?? 0,
    };
  });
  const byCode = new Map(rows.map((row) => [row.grid.code, row]));
  const summed = tallied(index, ordinal, (code) => (visitedAt(code) ?? -Infinity) >= since).map((tally) => {
    const own = [...tally.owners].flatMap((owner) => byCode.get(index.grids[owner]?.code ?? '') ?? []);
    return summedUp(places.places[tally.ordinal] as Place, tally, own);
  });
  return { since, places: summed, grids: rows.sort(byNeed) };
}

/** `owners`: positions in the index of the responsibility grids that have ground in the place. */
type Tally = { ordinal: number; owners: Set<number>; unitGrids: number; assigned: number; visited: number };

/** Counts a place and those right below it, in one walk over the unit grids. */
function tallied(index: ResponsibilityIndex, ordinal: number, isVisited: (unitGrid: string) => boolean): Tally[] {
  const { places } = index;
  const { level } = places.places[ordinal] as Place;
  const below = places.childrenOf(ordinal).filter((child) => places.places[child]?.level !== 'grid');
  const levelBelow = places.places[below[0] ?? -1]?.level;
  const tallies = [ordinal, ...below].map((one): Tally => {
    return { ordinal: one, owners: new Set(), unitGrids: 0, assigned: 0, visited: 0 };
  });
  const at = new Map(tallies.map((tally) => [tally.ordinal, tally]));
  places.places.forEach((place, grid) => {
    if (place.level !== 'grid' || places.ancestorAt(grid, level) !== ordinal) return;
    const owner = index.ownerAt(grid);
    const visited = owner !== -1 && isVisited(place.code);
    const belongs = [ordinal, levelBelow === undefined ? -1 : places.ancestorAt(grid, levelBelow)];
    for (const one of belongs) {
      const tally = at.get(one);
      if (tally === undefined) continue;
      tally.unitGrids += 1;
      if (owner === -1) continue;
      tally.owners.add(owner);
      tally.assigned += 1;
      if (visited) tally.visited += 1;
    }
  });
  return tallies;
}

function summedUp(place: Place, { unitGrids, assigned, visited }: Tally, own: readonly Row[]): PatrolledPlace {
  const inPlace = own.filter(({ duty }) => duty === 'in-place').length;
  const { code, level, nameZh, nameEn } = place;
  return {
    ...{ place: code, level, nameZh, nameEn },
    responsibilityGrids: own.length,
    ...{ unitGrids, assigned, visited },
    share: assigned === 0 ? null : visited / assigned,
    untouched: own.filter((row) => row.visited === 0).length,
    onDuty: inPlace + own.filter(({ duty }) => duty === 'elsewhere').length,
    inPlace,
  };
}

/** The smallest share first; of equal ones whose last visit is longest ago. */
function byNeed(a: Row, b: Row): number {
  return (
    (a.share ?? 1) - (b.share ?? 1) ||
    (a.lastVisitAt ?? 0) - (b.lastVisitAt ?? 0) ||
    (a.grid.code < b.grid.code ? -1 : 1)
  );
}
