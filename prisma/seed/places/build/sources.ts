import type { Hosting } from '#domain/place/place.ts';
// Imported, not read, so that a bundled server carries them.
import districts from '../sources/districts.json' with { type: 'json' };
import geonames from '../sources/geonames.json' with { type: 'json' };
import handPlaced from '../sources/hand-placed-sites.json' with { type: 'json' };
import names from '../sources/names.json' with { type: 'json' };
import sea from '../sources/sea.json' with { type: 'json' };

/** A district's names, where its cases are worked, its residents, and whether unit grids lie in all of it or around its towns. */
export type DistrictFacts = {
  readonly zh: string;
  readonly en: string;
  readonly hosting: Hosting;
  readonly population: number | null;
  readonly gridsEverywhere: boolean;
};

export type NamedSubdistrict = {
  code: string;
  zh: string;
  en: string;
  /** Three-digit number inside the subdistrict, name in Chinese, name in pinyin. */
  communities: [number: string, zh: string, en: string][];
};

/** Outlines of the districts by code, microdegrees, see `sources/districts.json` in the README beside it. */
export const readDistricts = () => districts as unknown as Record<string, number[]>;
export const readNames = () => names as unknown as NamedSubdistrict[];
/** Name, longitude, latitude. */
export const readPlaceNames = () => geonames as unknown as [string, number, number][];
/** Longitude and latitude by subdistrict code. */
export const readHandPlaced = () => handPlaced as unknown as Record<string, [number, number]>;
/** Polygons of the sea, each an outer ring and its islands, microdegrees. */
export const readSea = (): readonly (readonly (readonly number[])[])[] => sea;
