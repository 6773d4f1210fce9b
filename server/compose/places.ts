import type { Pool } from 'pg';
import { readMapList } from '#adapters/files/map-list.ts';
import type { Database } from '#adapters/postgres/client.ts';
import { storedLists } from '#adapters/postgres/lists/stored-lists.ts';
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

/** The list of places. @param zone name of the platform's own zone: outlines hold from midnight there. */
export function placesKind(pool: Pool, zone: string): ListKind {
  return placeList({ store: createPlaceListStore(pool), readMap: readMapList, zone: openZone(zone), now: Date.now });
}

/**
 * Puts the stored outlines in force: the next report is located by them. Where districts or subdistricts came or went,
 * all that counts by their ordinals would have to begin anew: then nothing changes, and the answer is false.
 */
async function takePlaces(city: City, database: Database): Promise<boolean> {
  const places = loadPlaces(await readPlaceRows(database.pool));
  if (counted(places) !== counted(city.places)) return false;
  city.places = places;
  await takeLists(city, database);
  return true;
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
  const stored = (): Promise<string> => storedLists(database.pool, ['places']);
  let own = (await stored()) !== '';
  const watch = await watchLists({
    stored,
    take: async () => {
      if (await takePlaces(city, database)) own = (await stored()) !== '';
      else say('districts or subdistricts came or went: start again to show them');
    },
    onError: (error) => onFault('outlines that were brought could not be taken', error),
  });
  return { ...watch, hasOwn: () => own };
}
