/** Writes `public/map/*.json`, what a browser draws under everything else, from the seed's sources: `npx tsx scripts/places/base-map.ts`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { outlineOf } from '#domain/place/outline.ts';
import { buildTianjin, districtFeatures, subdistrictFeatures } from '#seed/places/index.ts';
import { attribution } from './attribution.ts';
import { coastOf } from './coast.ts';
import { nameRivers, type RiverPiece } from './rivers.ts';
import { placeLabels } from './labels.ts';

const root = path.resolve(import.meta.dirname, '../..');
const target = path.join(root, 'public/map');
const source = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(root, 'prisma/seed/places/sources', name), 'utf8'));

function write(name: string, value: unknown): void {
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'number' && !Number.isInteger(part) ? Math.round(part * 1e5) / 1e5 : part,
  );
  writeFileSync(path.join(target, name), `${text}\n`);
  console.log(`${name}: ${Math.round(text.length / 1024)} kB`);
}

function writeFeatures(name: string, features: readonly unknown[]): void {
  write(name, { type: 'FeatureCollection', features });
}

mkdirSync(target, { recursive: true });
const places = buildTianjin();
writeFeatures('districts.json', districtFeatures(places));
writeFeatures('subdistricts.json', subdistrictFeatures(places));
const sea = source('sea.json') as number[][][];
writeFeatures('sea.json', [
  { type: 'Feature', properties: { nameZh: '渤海', nameEn: 'Bohai Sea' }, geometry: outlineOf(sea) },
]);
writeFeatures('coast.json', [
  { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: coastOf(sea) } },
]);
writeFeatures(
  'rivers.json',
  nameRivers(source('rivers.json') as RiverPiece[]).map(({ zh, en, level, lines }) => ({
    type: 'Feature',
    properties: { nameZh: zh, nameEn: en, level },
    geometry: { type: 'MultiLineString', coordinates: lines },
  })),
);
writeFeatures('places.json', placeLabels(places, source('geonames.json') as [string, number, number][]));
write('attribution.json', attribution);
