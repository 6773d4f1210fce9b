import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PolygonLayer } from '#domain/place/polygon-layer.ts';
import { readCityFolder } from '#adapters/files/city-folder.ts';
import { tianjinSources, type CitySources } from '#seed/places/index.ts';
import type { Survey } from './survey.ts';

const BUILT_IN = '120000';

/**
 * The city that the settings name, else the one that is built in or one of the folder `cities`, where half of the
 * located cases lie in it: by their points, or by their codes where they have none. Null: they are of none of these.
 */
export async function knownCityOf(survey: Survey, configured: string, root = process.cwd()): Promise<string | null> {
  const folders = await readdir(join(root, 'cities'), { withFileTypes: true }).catch(() => []);
  const along = folders.filter((entry) => entry.isDirectory() && /^\d+$/.test(entry.name)).map(({ name }) => name);
  for (const city of new Set([configured, BUILT_IN, ...along.sort()])) {
    const isFolder = /^\d+$/.test(city) ? along.includes(city) : true;
    if (city !== BUILT_IN && !isFolder) continue;
    const folder = /^\d+$/.test(city) ? resolve(root, 'cities', city) : resolve(root, city);
    if (isOf(survey, city === BUILT_IN ? tianjinSources() : (await readCityFolder(folder)).sources)) return city;
  }
  return null;
}

function isOf(
  { points, codes }: Survey,
  { districts, outlines }: Pick<CitySources, 'districts' | 'outlines'>,
): boolean {
  const layer = new PolygonLayer(
    Object.values(outlines).map((rings, ordinal) => ({ ordinal, parts: rings.map((ring) => [ring]) })),
  );
  let located = points.lons.length;
  let here = points.lons.filter((lon, at) => layer.find(lon * 1e6, (points.lats[at] as number) * 1e6) !== -1).length;
  for (const [code, cases] of codes) {
    located += cases;
    if (Object.hasOwn(districts, code)) here += cases;
  }
  return here > 0 && 2 * here >= located;
}
