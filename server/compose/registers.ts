import type { Pool } from 'pg';
import { busyDistricts } from '#domain/place/busy-districts.ts';
import { readSheet } from '#adapters/files/read-sheet.ts';
import { writeSheet } from '#adapters/files/write-sheet.ts';
import { createComponentHistory, createComponentStore } from '#adapters/postgres/components/component-store.ts';
import { createComponentBrowser } from '#adapters/postgres/components/component-browser.ts';
import { createGazetteerStore } from '#adapters/postgres/gazetteer/gazetteer-store.ts';
import { componentList } from '#application/component/component-list.ts';
import { LiveComponents } from '#application/component/component-register.ts';
import { gazetteerList } from '#application/geocode/gazetteer-list.ts';
import { LiveGeocoder } from '#application/geocode/geocoder.ts';
import { seedEntries } from '#application/geocode/seed-entries.ts';
import type { ListKind } from '#application/lists/list-kind.ts';
import { seedRegister } from '#application/lists/register.ts';
import type { Handbook } from '#application/case/handbook.ts';
import { COMPONENTS_VERSION, madeComponents } from '#seed/components/components.ts';
import { GAZETTEER_VERSION, seedRivers } from '#seed/gazetteer/entries.ts';
import { EVERYWHERE } from '#application/query/reach.ts';
import type { PlacedComponent } from '#domain/component/component-index.ts';
import type { Position } from '#domain/place/position.ts';
import type { ChosenCity } from './chosen-city.ts';
import type { City } from './city.ts';

/** Gazetteer and components as this node follows them. */
export type Registers = {
  geocoder: LiveGeocoder;
  components: LiveComponents;
  /** Whoever's they are: for those who make a city's reports up. */
  nearAnywhere: (...of: [at: Position, category: string, metres: number, most: number]) => PlacedComponent[];
  kinds: readonly ListKind[];
  /** To be called with the id of a list that has changed. */
  onChanged: (id: string) => Promise<void>;
  stop(): void;
};

/** The two registers as lists, for tools that need no server. */
export function registerKinds(pool: Pool, handbook: () => Pick<Handbook, 'hasCategory'>): readonly ListKind[] {
  const files = { readSheet, writeSheet };
  return [
    gazetteerList({ store: createGazetteerStore(pool), ...files }),
    componentList({ store: createComponentStore(pool), ...files, hasCategory: (key) => handbook().hasCategory(key) }),
  ];
}

/** Seeds what a new platform knows, and keeps both registers in memory. Rejects with StoreUnavailable. */
export async function openRegisters(
  pool: Pool,
  {
    city,
    chosen,
    demo,
    onFault,
  }: { city: City; chosen: ChosenCity; demo: boolean; onFault: (what: string, error: unknown) => void },
): Promise<Registers> {
  const gazetteer = createGazetteerStore(pool);
  const register = createComponentStore(pool);
  // The rivers that are known are Tianjin's; no other city is given them.
  const rivers = (): ReturnType<typeof seedRivers> => (chosen.attribution === null ? seedRivers() : []);
  await seedRegister(gazetteer, GAZETTEER_VERSION, () => seedEntries(chosen.settlements(), rivers()));
  if (demo)
    await seedRegister(register, COMPONENTS_VERSION, () => {
      const busy = busyDistricts(city.places).map(({ code }) => code);
      return madeComponents(city.places, busy);
    });
  const geocoder = new LiveGeocoder({ store: gazetteer, places: () => city.places, onFault });
  const components = new LiveComponents({
    store: register,
    history: createComponentHistory(pool),
    browser: createComponentBrowser(pool),
    onFault,
  });
  await Promise.all([geocoder.start(), components.start()]);
  return {
    geocoder,
    components,
    nearAnywhere: (at, category, ...within) => components.near(at, { category, reach: EVERYWHERE }, ...within),
    kinds: registerKinds(pool, () => city.handbook),
    async onChanged(id) {
      if (id === 'gazetteer') await geocoder.refresh();
      if (id === 'components') await components.refresh();
    },
    stop() {
      geocoder.stop();
      components.stop();
    },
  };
}
