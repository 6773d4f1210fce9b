import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuiltAreas } from '#domain/place/areas/build-areas.ts';
import { outlineOf } from '#domain/place/outline.ts';
import { boxOf } from '#domain/place/ring.ts';

type Words = { readonly zh: string; readonly en: string };

/** How a city is introduced whose areas were drawn from cases. */
export type Introduction = { readonly name: Words; readonly attribution: Words; readonly credit: Words };

/**
 * The code of a city that is known from a file of cases alone, and the beginning of its areas' codes: no division of
 * GB/T 2260 begins with 98, so that no real place can be meant by them.
 */
export const AREA_CITY = '980100';
/** Areas that the private range has codes for. */
export const MOST_AREA_CODES = 99;

const THE_REST: Words = { zh: '其他', en: 'Other' };

/** The code of an area by its place in `BuiltAreas`. Throws RangeError beyond `MOST_AREA_CODES`. */
export function areaCode(place: number): string {
  if (place < 0 || place >= MOST_AREA_CODES) throw new RangeError(`there is no code for area ${place + 1}`);
  return AREA_CITY.slice(0, 4) + String(place + 1).padStart(2, '0');
}

/** A name of this length still stands whole on a map and in a row. */
const SHORT = 20;

/** Long names that list several places by their first ones, unless two areas would then be called the same. */
function shortNames(names: readonly string[]): string[] {
  const shorts = names.map((name) => {
    const parts = name.split(/\s*\/\s*/u);
    while (parts.length > 1 && parts.join(' / ').length > SHORT) parts.pop();
    return parts.join(' / ');
  });
  return shorts.map((short, at) =>
    shorts.filter((other) => other === short).length > 1 ? (names[at] ?? short) : short,
  );
}

/**
 * Writes a city whose districts are areas drawn from cases as a folder that `CITYWALL_CITY` can name: all outlines
 * approximate, the area with most cases first. A single area without a name carries the city's.
 */
export async function writeAreaCity(
  folder: string,
  { areas }: BuiltAreas,
  { name, attribution, credit }: Introduction,
): Promise<void> {
  const [west, south, east, north] = boxOf(areas.flatMap(({ rings }) => rings));
  const shorts = shortNames(areas.map((area) => area.name ?? ''));
  const districts = areas.map((area, place) => {
    const own = shorts[place] as string;
    const rest = areas.length === 1 ? name : THE_REST;
    return [areaCode(place), area.name === null ? rest : { zh: own, en: own }] as const;
  });
  const city = {
    code: AREA_CITY,
    name,
    centre: [(west + east) / 2e6, (south + north) / 2e6],
    outlines: { file: 'districts.geojson', datum: 'wgs84', approximate: true },
    districts: Object.fromEntries(districts),
    attribution,
    credit,
  };
  const features = areas.map(({ rings }, place) => ({
    type: 'Feature',
    properties: { code: areaCode(place) },
    geometry: outlineOf(rings.map((ring) => [ring])),
  }));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'districts.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
  await writeFile(path.join(folder, 'city.json'), `${JSON.stringify(city, null, 2)}\n`);
}
