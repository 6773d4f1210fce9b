import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CityFolderError, readCityFolder } from '#adapters/files/city-folder.ts';
import { fromWgs84 } from '#domain/place/datum.ts';
import { loadPlaces } from '#domain/place/place-row.ts';
import { buildCity, placeRows } from '#seed/places/index.ts';

const city = {
  code: '320100',
  name: { zh: '样例市', en: 'Sample' },
  centre: [118.8, 32.06],
  outlines: { file: 'd.geojson', datum: 'gcj02' },
  districts: {
    '320102': { zh: '甲区', en: 'East', population: 400_000, grids: 'everywhere' },
    '320104': { zh: '乙区', en: 'West' },
  },
};
const names = [
  { code: '320102001', zh: '一街道', en: 'One', communities: [['001', '东社区', 'Dong'], ['002', '西社区', 'Xi']] },
  { code: '320102002', zh: '二街道', en: 'Two', communities: [['001', '南社区', 'Nan']] },
]; // prettier-ignore
// Clockwise and closed, as a stranger's file may be.
const square = (west: number) =>
  [[0, 0], [0, 0.02], [0.02, 0.02], [0.02, 0], [0, 0]].map(([x = 0, y = 0]) => {
    const { lon, lat } = fromWgs84(west + x, 32.05 + y, 'gcj02');
    return [lon, lat];
  }); // prettier-ignore
const outlines = {
  type: 'FeatureCollection',
  features: [
    { properties: { code: 320102 }, geometry: { type: 'Polygon', coordinates: [square(118.8)] } },
    { properties: { code: '320104' }, geometry: { type: 'MultiPolygon', coordinates: [[square(118.78)]] } },
  ],
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'city-'));
  await write({ 'city.json': city, 'd.geojson': outlines, 'names.json': names });
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Record<string, unknown>): Promise<void> {
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('a city’s own folder', () => {
  it('becomes places whose outlines are converted from the datum that it declares', async () => {
    await write({ 'city.json': `\uFEFF${JSON.stringify(city)}` });
    const { sources, demo } = await readCityFolder(folder);
    const places = buildCity(sources);
    const index = loadPlaces(placeRows(places));
    expect(index.places[0]).toMatchObject({ code: '320100', nameEn: 'Sample', population: null });
    expect(index.locate(118.8001, 32.0501)).toMatchObject({ districtCode: '320102', inside: true });
    expect(index.locate(118.7999, 32.0501)).toMatchObject({ districtCode: '320104', subdistrictCode: null });
    expect(demo).toEqual({ district: '320102', username: 'district' });
    const grids = places.filter(({ level }) => level === 'grid');
    // 1.9 km × 2.2 km of about a hectare each, measured on the ellipsoid at this latitude.
    expect(grids.length).toBeGreaterThan(380);
    expect(grids.length).toBeLessThan(450);
    expect(places.filter(({ approximate }) => !approximate).map(({ code }) => code)).toEqual(['320100', '320102', '320104']); // prettier-ignore
    expect(buildCity(sources)).toEqual(places);
  });

  it('has another version as soon as anything in it is another', async () => {
    const { version } = await readCityFolder(folder);
    expect((await readCityFolder(folder)).version).toBe(version);
    await write({ 'names.json': names.slice(1) });
    expect((await readCityFolder(folder)).version).not.toBe(version);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['no city.json', { 'city.json': '{' }, /city\.json is no JSON/],
    ['a datum nobody declared', { 'city.json': { ...city, outlines: { file: 'd.geojson' } } }, /city\.json outlines\.datum/],
    ['a district of another city', { 'city.json': { ...city, districts: { '310101': { zh: '黄浦区', en: 'H' } } } }, /districts\.310101: is not of 320100/],
    ['an outlines’ file that is not there', { 'city.json': { ...city, outlines: { file: 'e.geojson', datum: 'wgs84' } } }, /e\.geojson is not there/],
    ['a district without an outline', { 'd.geojson': { features: outlines.features.slice(1) } }, /has no outline of 320102/],
    ['metres', { 'd.geojson': { features: [{ properties: { code: '320102' }, geometry: { type: 'Polygon', coordinates: [[[5e5, 3e6], [5e5, 4e6], [6e5, 4e6], [5e5, 3e6]]] } }] } }, /320102: no longitude and latitude/],
    ['a subdistrict of no district', { 'names.json': [{ ...names[0], code: '320199001' }] }, /320199001: is of no district/],
    ['a demo district that is none', { 'city.json': { ...city, demo: { district: '320199', username: 'a-b' } } }, /demo\.district/],
  ])('is refused in one line that says where: %s', async (_what, files, message) => {
    await write(files);
    const refusal = await readCityFolder(folder).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(CityFolderError);
    expect((refusal as Error).message).toMatch(message);
    expect((refusal as Error).message.split('\n')).toHaveLength(1);
  }); // prettier-ignore
});

describe.each(['110000', '310000'])('the folder cities/%s', (code) => {
  it('has sixteen districts with outlines, and names for all below them', async () => {
    const { sources, demo } = await readCityFolder(join('cities', code));
    expect(sources.code).toBe(code);
    expect(Object.keys(sources.districts)).toHaveLength(16);
    expect(Object.keys(sources.outlines).sort()).toEqual(Object.keys(sources.districts).sort());
    const named = new Set(sources.names.map((one) => one.code.slice(0, 6)));
    expect([...named].sort()).toEqual(Object.keys(sources.districts).sort());
    expect(sources.districts[demo.district]).toBeDefined();
    expect(await readFile(join('cities', 'README.md'), 'utf8')).toContain(code);
  });
});
