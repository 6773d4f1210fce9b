import type { Pool } from 'pg';
import { readMapList } from '#adapters/files/map-list.ts';
import type { Database } from '#adapters/postgres/client.ts';
import { storedLists } from '#adapters/postgres/lists/stored-lists.ts';
import { createListFiles } from '#adapters/files/list-files.ts';
import {
  createSuccessorFacts,
  createSuccessorStore,
  readSuccessions,
} from '#adapters/postgres/places/successor-store.ts';
import { successorList } from '#application/place/successor-list.ts';
import { SuccessionBook } from '#domain/place/succession.ts';
import { createPlaceListStore } from '#adapters/postgres/places/place-list-store.ts';
import { readPlaceRows } from '#adapters/postgres/queries/place-rows.ts';
import type { ListKind } from '#application/lists/list-kind.ts';
import { watchLists, type ListWatch } from '#application/lists/watch-lists.ts';
import { placeList } from '#application/place/place-list.ts';
import { openZone } from '#domain/calendar/zone.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import { loadPlaces } from '#domain/place/place-row.ts';
import type { City } from './city.ts';
import { takeLists } from './city-lists.ts';

/** Lists whose change a running server takes up by `watchPlaces`. */
export const PLACE_LISTS: readonly string[] = ['places', 'place-successors'];

/** Places and what became of those that are no more. @param zone name of the platform's own: both hold from midnight there. */
export function placeKinds(pool: Pool, zone: string): ListKind[] {
  return [
    placeList({ store: createPlaceListStore(pool), readMap: readMapList, zone: openZone(zone), now: Date.now }),
    successorList(createSuccessorStore(pool), createSuccessorFacts(pool), createListFiles()),
  ];
}

async function takeSuccessions(city: City, { pool }: Database): Promise<void> {
  const rows = await readSuccessions(pool);
  city.successions = new SuccessionBook(rows, city.calendar.zone, (code) => city.places.get(code) !== undefined);
}

/**
 * Puts the stored outlines in force: the next report is located by them. Where districts or subdistricts came or went,
 * all that counts by their ordinals would have to begin anew: then the outlines stay, and the answer is false.
 */
async function takePlaces(city: City, database: Database): Promise<boolean> {
  const places = loadPlaces(await readPlaceRows(database.pool));
  const isAlike = counted(places) === counted(city.places);
  if (isAlike) {
    city.places = places;
    await takeLists(city, database);
  }
  await takeSuccessions(city, database);
  return isAlike;
}

function counted({ places }: PlaceIndex): string {
  return places.flatMap(({ level, code }) => (level === 'district' || level === 'subdistrict' ? [code] : [])).join();
}

/** Keeps a node's outlines the stored ones; `hasOwn` says whether the city brought those in force itself. */
export type PlaceWatch = ListWatch & { hasOwn(): boolean };

/** @param say hears that a restart is needed. */
export async function watchPlaces(
  city: City,
  database: Database,
  { say, onFault }: { say: (line: string) => void; onFault: (what: string, error: unknown) => void },
): Promise<PlaceWatch> {
  const hasOwn = async (): Promise<boolean> => (await storedLists(database.pool, ['places'])) !== '';
  let own = await hasOwn();
  const watch = await watchLists({
    stored: () => storedLists(database.pool, PLACE_LISTS),
    take: async () => {
      if (await takePlaces(city, database)) own = await hasOwn();
      else say('districts or subdistricts came or went: start again to show them');
    },
    onError: (error) => onFault('outlines that were brought could not be taken', error),
  });
  return { ...watch, hasOwn: () => own };
}
