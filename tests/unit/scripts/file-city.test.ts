import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCityFolder } from '#adapters/files/city-folder.ts';
import { fileCity, type FileCity } from '../../../scripts/replay/file-city.ts';
import type { CityNames } from '../../../scripts/replay/introductions.ts';

const NOBODY: CityNames = { zh: null, en: null };
let folder = '';
let said: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'citywall-file-city-'));
  said = [];
});
afterEach(() => rm(folder, { recursive: true }));

async function cityOf(rows: readonly string[], names = NOBODY, city = '120000'): Promise<FileCity> {
  const file = join(folder, 'cases.csv');
  await writeFile(file, ['source_id,reported_at,area,place,lon,lat', ...rows].join('\n'));
  const config = { city, dataDirectory: join(folder, 'data'), timeZone: 'Asia/Shanghai' };
  const options = { file, profile: 'cases-csv', source: 'hotline', timeZone: null } as const;
  return fileCity(config, options, names, (line) => said.push(line));
}

const rows = (count: number, cells: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => `c${at},2026-11-20T08:00:00+08:00,${cells(at)}`);
/** Points on a small square from a corner. */
const spread = (lon: number, lat: number, at: number): string =>
  `${lon + 0.002 * (at % 10)},${lat + 0.002 * Math.floor(at / 10)}`;

describe('the city of a replayed file', () => {
  it('is the one of the settings where its points lie in it', async () => {
    const found = await cityOf(rows(30, (at) => `Some area,,${spread(117.19, 39.11, at)}`));
    expect(found).toMatchObject({ city: '120000', areas: null });
  });

  it('is one that comes along where its codes are of it', async () => {
    const shanghai = rows(5, () => ',310101002,,');
    expect((await cityOf(shanghai)).city).toBe('310000');
    expect((await cityOf([...shanghai, ...rows(20, (at) => `,,${spread(2, 48, at)}`)])).city).toContain(folder);
  });

  it('is drawn where nobody knows it, under the name that was given, with its areas', async () => {
    const west = rows(60, (at) => `West,,${spread(2.3, 48.8, at)}`);
    const east = rows(50, (at) => `东区,,${spread(2.34, 48.8, at)}`);
    const found = await cityOf([...west, ...east], { zh: '某城', en: 'Somewhere' });
    expect(found.areas).toEqual({ west: '980101', 东区: '980102' });
    const { sources, attribution, credit } = await readCityFolder(found.city);
    expect(sources).toMatchObject({ code: '980100', nameZh: '某城', nameEn: 'Somewhere', approximate: true });
    expect(sources.districts['980102']).toMatchObject({ zh: '东区', en: '东区' });
    expect(attribution.en).toBe('Area outlines are computed from the file’s cases and approximate · Cases: hotline');
    expect(credit.zh).toBe('界线由案件推算 · hotline');
    expect(said).toEqual(['drew Somewhere: 2 areas from 110 points']);
  });

  it('shortens long names that list several places, unless two would be called the same', async () => {
    const row = (name: string, lon: number): string[] => rows(50, (at) => `${name},,${spread(lon, 48.8, at)}`);
    const long = [...row('Fenway / Kenmore / Audubon Circle', 2.3), ...row('South Bank / South Bank Quays', 2.33)];
    const found = await cityOf([...long, ...row('South Bank', 2.36)]);
    const { sources } = await readCityFolder(found.city);
    expect(Object.values(sources.districts).map(({ en }) => en)).toEqual([
      'Fenway / Kenmore',
      'South Bank',
      'South Bank / South Bank Quays',
    ]);
  });

  it('takes the district of an unknown code for an area, and its source’s name where none is given', async () => {
    const found = await cityOf(rows(40, (at) => `,330106001,${spread(120.1, 30.25, at)}`));
    expect(found.areas).toEqual({ 330106: '980101' });
    const city = JSON.parse(await readFile(join(found.city, 'city.json'), 'utf8')) as object;
    expect(city).toMatchObject({ name: { zh: 'hotline', en: 'hotline' }, districts: { 980101: { zh: '330106' } } });
  });

  it('cannot be drawn without points: then it is said which places are shown', async () => {
    expect(await cityOf(rows(5, () => 'Nowhere,,,'))).toMatchObject({ city: '120000', areas: null });
    expect(said).toEqual(['none of its cases has a point: the wall shows the places of CITYWALL_CITY=120000']);
  });

  it('is known again by its file, even if that is called otherwise, and gives its folder to no other', async () => {
    const paris = rows(40, (at) => `A,,${spread(2.3, 48.8, at)}`);
    const first = await cityOf(paris);
    await first.keep();
    expect(await cityOf(paris, { zh: 'x', en: 'x' })).toMatchObject({ city: first.city, areas: first.areas });
    await expect(cityOf(paris.slice(1))).rejects.toThrow(
      /data holds the city of cases\.csv, and cases\.csv has changed since: name another --data-dir$/,
    );
  });
});
