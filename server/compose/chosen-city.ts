import path from 'node:path';
import type { Pool } from 'pg';
import type { Config } from '#config';
import { readCityFolder } from '#adapters/files/city-folder.ts';
import type { CitySeed } from '#adapters/postgres/seed/city-seed.ts';
import { demoCity } from '#adapters/postgres/seed/demo-city.ts';
import { seedSettlements } from '#seed/gazetteer/entries.ts';

/** The city that the settings name: what a new store begins with, and what its pages and demonstration say of it. */
export type ChosenCity = {
  readonly code: string;
  readonly seed: CitySeed;
  /** The district whose account the demonstration opens, and that account's name. */
  readonly demo: { readonly district: string; readonly username: string };
  /** Credits beside its map; null: those of the base map that is built in. */
  readonly attribution: { readonly zh: string; readonly en: string } | null;
  /** What of them must be said beside a small map. */
  readonly credit: { readonly zh: string; readonly en: string } | null;
  /** Known settlements, for a gazetteer that nobody has filled yet. */
  readonly settlements: () => ReturnType<typeof seedSettlements>;
};

const BUILT_IN = '120000';

/**
 * Reads what is known of the city that the settings name: the one that is built in, one of the folder `cities`, or a
 * folder anywhere. Rejects with CityFolderError.
 */
export async function chosenCity({ city }: Pick<Config, 'city'>, root = process.cwd()): Promise<ChosenCity> {
  if (city === BUILT_IN)
    return {
      code: BUILT_IN,
      seed: demoCity(),
      demo: { district: '120104', username: 'nankai' },
      attribution: null,
      credit: null,
      settlements: seedSettlements,
    };
  const { sources, version, demo, attribution, credit, successions } = await readCityFolder(
    /^\d+$/.test(city) ? path.resolve(root, 'cities', city) : path.resolve(root, city),
  );
  return {
    code: sources.code,
    seed: demoCity({ sources, version, successions }),
    demo,
    attribution,
    credit,
    settlements: () => sources.settlements.map(([nameEn, lon, lat]) => ({ nameEn, nameZh: null, lon, lat })),
  };
}

/** The store holds another city; the message says which and how to go on. */
export class OtherCityError extends Error {
  override readonly name = 'OtherCityError';
  readonly held: { readonly code: string; readonly name: string };
  constructor(held: { code: string; name: string }, message: string) {
    super(message);
    this.held = held;
  }
}

/** Throws OtherCityError where a store holds another city: seeding this one would end all places of that one. */
export async function refuseOtherCity(pool: Pool, { code }: Pick<ChosenCity, 'code'>): Promise<void> {
  const { rows } = await pool.query<{ code: string; name: string }>(
    "SELECT code, name_zh AS name FROM place WHERE level = 'city' AND valid_to IS NULL",
  );
  const [held] = rows;
  if (held === undefined || rows.some((row) => row.code === code)) return;
  throw new OtherCityError(
    held,
    `CITYWALL_CITY is ${code}, but this store holds ${held.code} ${held.name}: ` +
      `set CITYWALL_CITY=${held.code} (or the path of its folder), or name another CITYWALL_DATA_DIR or DATABASE_URL`,
  );
}
