// What finding the grid, community, subdistrict and district of a point costs, paired with a walk over all outlines.
// Run: npx tsx tests/bench/locate.bench.ts
import { loadPlaces } from '#domain/place/place-row.ts';
import { boxOf, isInRing } from '#domain/place/ring.ts';
import { buildTianjin, placeRows } from '#seed/places/index.ts';
import { quantile, writeResults } from './results.ts';

const samples = 100_000;
const naiveSamples = 300;
const rounds = 9;
const limitMicroseconds = 20;

const buildStarted = performance.now();
const places = buildTianjin();
const buildMs = performance.now() - buildStarted;
const rows = [...placeRows(places)];
const loadStarted = performance.now();
const index = loadPlaces(rows);
const loadMs = performance.now() - loadStarted;

let state = 11;
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
}
const grids = places.filter((place) => place.level === 'grid');
const spread: Record<string, () => [number, number]> = {
  inGrids: () => {
    const { lon, lat } = (grids[Math.floor(random() * grids.length)] as (typeof grids)[number]).centroid;
    return [lon + (random() - 0.5) * 0.0008, lat + (random() - 0.5) * 0.0006];
  },
  inTheBoxOfTheCity: () => [116.7 + random() * 1.37, 38.55 + random() * 1.7],
  farOutside: () => [100 + random() * 10, 20 + random() * 10],
};

/** What one would write first: every grid in turn, its box before its outline, then communities, and so on. */
const levels = ['grid', 'community', 'subdistrict', 'district'] as const;
const outlines = levels.map((level) =>
  places
    .filter((place) => place.level === level)
    .map((place) => ({ code: place.code, rings: place.parts.flat(), box: boxOf(place.parts.flat()) })),
);
function walk(lon: number, lat: number): string | null {
  const [x, y] = [lon * 1e6, lat * 1e6];
  for (const level of outlines)
    for (const { code, rings, box } of level)
      if (x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && rings.some((ring) => isInRing(ring, x, y)))
        return code;
  return null;
}

let checksum = 0;
let differs = 0;
const figures: Record<string, Record<string, number>> = {};
for (const [name, draw] of Object.entries(spread)) {
  const points = Array.from({ length: samples }, draw);
  const ordinalMicroseconds: number[] = [];
  const codesMicroseconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let started = performance.now();
    for (const [lon, lat] of points) checksum += index.locateOrdinal(lon, lat);
    ordinalMicroseconds.push(((performance.now() - started) * 1000) / samples);
    started = performance.now();
    for (const [lon, lat] of points) checksum += index.locate(lon, lat).inside ? 1 : 0;
    codesMicroseconds.push(((performance.now() - started) * 1000) / samples);
  }
  const some = points.slice(0, naiveSamples);
  const started = performance.now();
  const walked = some.map(([lon, lat]) => walk(lon, lat));
  const walkMicroseconds = ((performance.now() - started) * 1000) / naiveSamples;
  some.forEach(([lon, lat], at) => {
    const found = index.locateOrdinal(lon, lat);
    if ((index.places[found]?.code ?? null) !== walked[at]) differs += 1;
  });
  const locate = quantile(codesMicroseconds, 0.5);
  figures[name] = {
    locateMicroseconds: Number(locate.toFixed(3)),
    locateOrdinalMicroseconds: Number(quantile(ordinalMicroseconds, 0.5).toFixed(3)),
    walkMicroseconds: Number(walkMicroseconds.toFixed(1)),
    ratio: Math.round(walkMicroseconds / locate),
  };
  console.log(
    `${name}: locate ${locate.toFixed(2)} µs, walk over all ${walkMicroseconds.toFixed(0)} µs, ${Math.round(walkMicroseconds / locate)} times`,
  );
}
console.log(
  `build ${buildMs.toFixed(0)} ms, load from ${rows.length} rows ${loadMs.toFixed(0)} ms, answers differ: ${differs}`,
);
writeResults(
  'locate',
  {
    unit: 'microseconds a point, median of rounds',
    rounds,
    samples,
    figures,
    answersDiffer: differs,
    rows: rows.length,
    buildMs: Math.round(buildMs),
    loadFromRowsMs: Math.round(loadMs),
    checksum,
  },
  ['reading the rows from Postgres', 'one point alone on cold caches', 'outlines with thousands of corners per grid'],
);
const slowest = Math.max(...Object.values(figures).map((figure) => figure['locateMicroseconds'] ?? Infinity));
if (slowest > limitMicroseconds || differs > 0) {
  console.error(`locate took ${slowest} µs (limit ${limitMicroseconds}) and ${differs} answers differ`);
  process.exit(1);
}
