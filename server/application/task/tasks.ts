import { covers } from '#domain/account/scope.ts';
import type { ResponsibilityIndex } from '#domain/responsibility/responsibility-index.ts';
import type { Place } from '#domain/place/place.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import { coverageOf, type OnTheRound } from '#domain/task/task.ts';
import type { Fix } from '#domain/team/team.ts';
import { reachOf } from '../query/reach.ts';
import type { Coverage, TaskPort, TaskStore } from './task-port.ts';
import type { VisitBook } from './visit-book.ts';

const HOUR_MS = 3_600_000;

/** Collectors' tasks from the store, and where collectors were from memory. */
export function createTasks(parts: {
  store: TaskStore;
  visits: VisitBook;
  /** The places of now: outlines may be brought while the server runs. */
  places: () => PlaceIndex;
  /** The responsibility grids of now. */
  responsibility: () => Pick<ResponsibilityIndex, 'get' | 'ofUnitGrid'>;
  collectors: () => readonly OnTheRound[];
  isOut: (fix: Fix, at: number) => boolean;
  now: () => number;
}): TaskPort {
  const { store, visits, collectors, isOut, now } = parts;
  let grids = new Map<string, string[]>();
  let places = parts.places();

  function gridsOf(ordinal: number): string[] {
    const place = places.places[ordinal]!;
    if (place.level === 'grid') return [place.code];
    let found = grids.get(place.code);
    if (!found) grids.set(place.code, (found = places.childrenOf(ordinal).flatMap(gridsOf)));
    return found;
  }

  function ofPlace(place: Place, since: number): Coverage {
    // Collectors belong to districts: below one, its collectors are those of the place.
    const own = collectors().filter(
      ({ team }) =>
        team.kind === 'collector' && (covers(place.code, team.districtCode) || covers(team.districtCode, place.code)),
    );
    const onDuty = own.filter(({ fix }) => fix !== null && isOut(fix, now())).length;
    const covered = coverageOf(gridsOf(places.ordinalOf(place.code)), (grid) => visits.visitedAt(grid), since);
    return { place: place.code, since, ...covered, collectors: own.length, onDuty };
  }

  return {
    async tasks(who, { responsibilityGrid, ...filter }, limit) {
      const index = parts.responsibility();
      // Of one that is not known nothing is found, rather than everything.
      const unitGrids = responsibilityGrid === null ? null : (index.get(responsibilityGrid)?.unitGrids ?? []);
      const found = await store.list({ ...filter, unitGrids }, reachOf(who), limit);
      return found.map((task) => ({
        ...task,
        responsibilityGrid: index.ofUnitGrid(task.case.place.gridCode)?.code ?? null,
      }));
    },
    take: (who, id) => store.take(id, reachOf(who), now()),
    coverage(_who, code, hours) {
      if (places !== parts.places()) {
        places = parts.places();
        grids = new Map();
      }
      const place = places.get(code);
      if (!place) return null;
      const since = now() - hours * HOUR_MS;
      const below = places.childrenOf(places.ordinalOf(code)).map((ordinal) => places.places[ordinal]!);
      return [place, ...below.filter(({ level }) => level !== 'grid')].map((one) => ofPlace(one, since));
    },
  };
}
