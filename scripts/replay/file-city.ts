import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { handbookOf } from '#application/case/handbook.ts';
import { ROWS_A_BATCH } from '#application/import/import-cases.ts';
import { areaCode, MOST_AREA_CODES, writeAreaCity } from '#adapters/files/area-city.ts';
import { openCsv } from '#adapters/files/read-csv.ts';
import { buildAreas } from '#domain/place/areas/build-areas.ts';
import type { Config } from '#config';
import { profileOf, type FileOptions } from '../import/file-options.ts';
import { introductionOf, type CityNames } from './introductions.ts';
import { knownCityOf } from './known-city.ts';
import { contentOf, readMark, refuseOtherFile, writeMark, type ReplayMark } from './replay-mark.ts';
import { surveyFile, type Survey } from './survey.ts';

/** Areas that a wall has room for; the smallest are joined beyond. */
const MOST_AREAS = Math.min(60, MOST_AREA_CODES);

/** The city of a replayed file. */
export type FileCity = {
  /** As `CITYWALL_CITY` names it. */
  readonly city: string;
  /** The code of each name that the file has for an area, by `areaKey`; null: the city is a known one with own codes. */
  readonly areas: Readonly<Record<string, string>> | null;
  /** To be called when the store has taken the city: from then on the folder is this file's. */
  keep(): Promise<void>;
};

/**
 * Finds the city of a file: the one that the data folder holds already, a known one in which its cases lie, or one that
 * is drawn from the cases and written to the data folder. Rejects with one line where the folder holds another file's.
 */
export async function fileCity(
  config: Pick<Config, 'city' | 'dataDirectory' | 'timeZone'>,
  options: FileOptions,
  names: CityNames,
  say: (line: string) => void,
): Promise<FileCity> {
  const folder = join(config.dataDirectory, 'city');
  const held = await readMark(config.dataDirectory);
  if (held !== null) {
    const sha256 = await contentOf(options.file);
    refuseOtherFile(config.dataDirectory, held, { file: options.file, sha256, source: options.source });
    return { city: folder, areas: held.areas, keep: () => Promise.resolve() };
  }
  const survey = await surveyOf(config, options);
  const known = await knownCityOf(survey, config.city);
  if (known !== null) return { city: known, areas: null, keep: () => Promise.resolve() };
  const introduction = introductionOf(options, names);
  const built = buildAreas(survey.points, {
    most: MOST_AREAS,
    notAreas: [introduction.name.zh, introduction.name.en],
  });
  if (built === null) {
    say(`none of its cases has a point: the wall shows the places of CITYWALL_CITY=${config.city}`);
    return { city: config.city, areas: null, keep: () => Promise.resolve() };
  }
  say(`drew ${introduction.name.en}: ${built.areas.length} areas from ${survey.points.lons.length.toLocaleString('en')} points`); // prettier-ignore
  await mkdir(config.dataDirectory, { recursive: true });
  await writeAreaCity(folder, built, introduction);
  const mark: ReplayMark = {
    file: options.file,
    sha256: await contentOf(options.file),
    source: options.source,
    areas: Object.fromEntries([...built.byKey].map(([key, place]) => [key, areaCode(place)])),
  };
  return { city: folder, areas: mark.areas, keep: () => writeMark(config.dataDirectory, mark) };
}

/** Where its cases lie does not hang on what the platform knows: every category and department will do. */
async function surveyOf({ timeZone }: Pick<Config, 'timeZone'>, options: FileOptions): Promise<Survey> {
  const nothing = handbookOf({ stageLimits: [], conditions: [], categoryKeys: [], departmentCodes: [] });
  const anything = { ...nothing, hasCategory: () => true, isDepartment: () => true };
  const profile = profileOf(options, timeZone, anything, 1900);
  const csv = await openCsv(options.file);
  try {
    return await surveyFile(csv.batches(ROWS_A_BATCH), profile.open(csv.header));
  } finally {
    csv.close();
  }
}
