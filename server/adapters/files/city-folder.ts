import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { codeFault } from '#domain/place/code.ts';
import { DATUMS } from '#domain/place/datum.ts';
import { planeAround } from '#seed/places/build/plane.ts';
import type { CitySources } from '#seed/places/index.ts';
import type { Succession } from '#domain/place/succession.ts';
import { readDistrictOutlines } from './city-outlines.ts';

/** A city that a folder describes: what it is made of, and how it is introduced. */
export type CityFolder = {
  readonly sources: CitySources;
  /** Changes whenever anything in the folder that is used does. */
  readonly version: string;
  /** The district whose account the demonstration opens, and that account's name. */
  readonly demo: { readonly district: string; readonly username: string };
  /** What must be said beside a map of it, and what of it beside a small one. */
  readonly attribution: { readonly zh: string; readonly en: string };
  readonly credit: { readonly zh: string; readonly en: string };
  /** Its place codes that are no more. */
  readonly successions: readonly Succession[];
};

/** The folder cannot be used; the message says which file, where in it, and what is wrong. */
export class CityFolderError extends Error {
  override readonly name = 'CityFolderError';
}

const words = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const point = z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)]);
const cityFile = z.object({
  code: z.string().regex(/^\d{4}00$/, 'six digits that end in 00, such as 310000'),
  name: words,
  /** Longitude and latitude of its middle. */
  centre: point,
  outlines: z.object({
    file: z.string().min(1).default('districts.geojson'),
    datum: z.enum(DATUMS),
    approximate: z.boolean().default(false),
  }),
  demo: z.object({ district: z.string(), username: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/) }).optional(),
  districts: z.record(
    z.string(),
    z.object({
      zh: z.string().min(1),
      en: z.string().min(1),
      population: z.int().positive().nullable().default(null),
      hosting: z.enum(['central', 'federated']).default('central'),
      grids: z.enum(['everywhere', 'towns']).default('towns'),
    }),
  ),
  attribution: words.optional(),
  credit: words.optional(),
});
const namesFile = z.array(
  z.object({
    code: z.string(),
    zh: z.string().min(1),
    en: z.string().min(1),
    communities: z.array(z.tuple([z.string().regex(/^\d{3}$/), z.string().min(1), z.string().min(1)])),
  }),
);
const settlementsFile = z.array(z.tuple([z.string().min(1), z.number(), z.number()]));
const sitesFile = z.record(z.string(), point);
const successionsFile = z.array(
  z.strictObject({
    code: z.string().regex(/^\d{6}(\d{3}){0,3}$/, '6, 9, 12 or 15 digits'),
    successor: z.string().regex(/^\d{6}(\d{3}){0,3}$/, '6, 9, 12 or 15 digits'),
    since: z.iso.date('a day such as 2010-07-01').nullable().default(null),
    zh: z.string().default(''),
    en: z.string().default(''),
    reason: z.string().default(''),
  }),
);

/**
 * Reads a city's folder: `city.json` with its outlines' file, and, where they are there, `names.json` (subdistricts and
 * communities), `settlements.json`, `sites.json` and `successions.json`. Outlines are converted to WGS-84 from the datum that is declared.
 * Rejects with CityFolderError.
 */
export async function readCityFolder(folder: string): Promise<CityFolder> {
  const hash = createHash('sha256');
  const text = async (name: string, isNeeded: boolean): Promise<string | null> => {
    try {
      const read = (await readFile(path.join(folder, name), 'utf8')).replace(/^\uFEFF/u, '');
      hash.update(name).update(read);
      return read;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' && !isNeeded) return null;
      throw fault(folder, name, code === 'ENOENT' ? 'is not there' : `cannot be read (${code ?? 'unknown'})`);
    }
  };
  const parsed = async <Value>(name: string, schema: z.ZodType<Value>, absent?: Value): Promise<Value> => {
    const read = await text(name, absent === undefined);
    if (read === null) return absent as Value;
    const result = schema.safeParse(json(folder, name, read));
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    throw fault(folder, name, `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'is not as expected'}`);
  };

  const city = await parsed('city.json', cityFile);
  for (const code of Object.keys(city.districts)) {
    const wrong = code.startsWith(city.code.slice(0, city.code.endsWith('0000') ? 2 : 4)) ? codeFault(code, 'district') : `is not of ${city.code}`; // prettier-ignore
    if (wrong !== null) throw fault(folder, 'city.json', `districts.${code}: ${wrong}`);
  }
  const names = await parsed('names.json', namesFile, []);
  for (const { code } of names) {
    const wrong = city.districts[code.slice(0, 6)] ? codeFault(code, 'subdistrict') : 'is of no district in city.json';
    if (wrong !== null) throw fault(folder, 'names.json', `${code}: ${wrong}`);
  }
  const { file, datum, approximate } = city.outlines;
  const given = json(folder, file, (await text(file, true)) as string);
  const { outlines, problem } = readDistrictOutlines(given, Object.keys(city.districts), datum);
  if (problem !== null) throw fault(folder, file, problem);
  const [lon, lat] = city.centre;
  const [first = city.code] = Object.keys(city.districts);
  const successions = await parsed('successions.json', successionsFile, []);
  const demo = city.demo ?? { district: first, username: 'district' };
  if (city.districts[demo.district] === undefined)
    throw fault(folder, 'city.json', `demo.district: ${demo.district} is none of its districts`);
  return {
    sources: {
      code: city.code,
      nameZh: city.name.zh,
      nameEn: city.name.en,
      centre: { lon, lat },
      plane: planeAround(lon, lat),
      districts: Object.fromEntries(
        Object.entries(city.districts).map(([code, { grids, ...facts }]) => [
          code,
          { ...facts, gridsEverywhere: grids === 'everywhere' },
        ]),
      ),
      outlines,
      approximate,
      names,
      settlements: await parsed('settlements.json', settlementsFile, []),
      handPlaced: await parsed('sites.json', sitesFile, {}),
      sea: [],
    },
    successions: successions.map(({ zh, en, ...row }) => ({ ...row, share: null, nameZh: zh, nameEn: en })),
    version: hash.digest('hex').slice(0, 16),
    demo,
    credit: city.credit ?? city.attribution ?? { zh: '', en: '' },
    attribution: city.attribution ?? { zh: '街道与社区界线为近似', en: 'Computed outlines are approximate' },
  };
}

function json(folder: string, name: string, read: string): unknown {
  try {
    return JSON.parse(read);
  } catch (error) {
    throw fault(folder, name, `is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

function fault(folder: string, name: string, what: string): CityFolderError {
  return new CityFolderError(`the city cannot be read: ${path.join(folder, name)} ${what}`);
}
