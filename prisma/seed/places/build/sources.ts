import { readFileSync } from 'node:fs';

export type NamedSubdistrict = {
  code: string;
  zh: string;
  en: string;
  /** Three-digit number inside the subdistrict, name in Chinese, name in pinyin. */
  communities: [number: string, zh: string, en: string][];
};

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../sources/${name}`, import.meta.url), 'utf8'));

/** Outlines of the districts by code, microdegrees, see `sources/districts.json` in the README beside it. */
export const readDistricts = () => read('districts.json') as Record<string, number[]>;
export const readNames = () => read('names.json') as NamedSubdistrict[];
/** Name, longitude, latitude. */
export const readPlaceNames = () => read('geonames.json') as [string, number, number][];
/** Longitude and latitude by subdistrict code. */
export const readHandPlaced = () => read('hand-placed-sites.json') as Record<string, [number, number]>;
