// What typing ahead, an address and a point cost with half a million entries in memory, paired with a scan in Postgres.
// Run: npx tsx tests/bench/geocode.bench.ts
import { loadavg } from 'node:os';
import { createGazetteerStore } from '#adapters/postgres/gazetteer/gazetteer-store.ts';
import { seedRegister } from '#application/lists/register.ts';
import { forward, suggest } from '#domain/gazetteer/forward.ts';
import { Gazetteer } from '#domain/gazetteer/gazetteer.ts';
import { reverse } from '#domain/gazetteer/reverse.ts';
import { loadPlaces } from '#domain/place/place-row.ts';
import { placeRows } from '#seed/places/index.ts';
import { madeGazetteer } from './made-gazetteer.ts';
import { withDatabase } from './postgres.ts';
import { quantile, writeResults } from './results.ts';

const size = 500_000;
const samples = 1_000;
const scans = 10;
const limitMs = 50;
const view = { near: { lon: 117.2, lat: 39.12 }, limit: 10 };

const places = loadPlaces(placeRows());
const entries = madeGazetteer(places, size);
globalThis.gc?.();
const before = process.memoryUsage();
const began = performance.now();
const gazetteer = Gazetteer.of(entries, places);
const buildMs = performance.now() - began;
globalThis.gc?.();
const after = process.memoryUsage();

let state = 3;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
};
const some = () => entries[Math.floor(random() * entries.length)] as (typeof entries)[number];
const spelled = entries.filter((entry) => entry.spelled !== '');
const named = () => spelled[Math.floor(random() * spelled.length)] as (typeof entries)[number];
const roads = entries.filter(({ type }) => type === 'road');
const road = () => (roads[Math.floor(random() * roads.length)] as (typeof entries)[number]).nameZh;

const questions: Record<string, () => unknown> = {
  typed1Letter: () => suggest(gazetteer, some().nameZh.slice(0, 1), view),
  typed2Letters: () => suggest(gazetteer, some().nameZh.slice(0, 2), view),
  typed4Letters: () => suggest(gazetteer, some().nameZh.slice(0, 4), view),
  typedPinyin: () => suggest(gazetteer, named().spelled.replaceAll(' ', '').slice(0, 5), view),
  typedInitials: () =>
    suggest(
      gazetteer,
      named()
        .spelled.split(' ')
        .map((one) => one[0])
        .join('')
        .slice(0, 3),
      view,
    ),
  misspelled: () => suggest(gazetteer, some().nameZh.replace(/(?<=^.)./u, '陆'), view),
  plate: () => forward(gazetteer, `${road()}157号`, view),
  crossing: () => forward(gazetteer, `${road()}与${road()}交口东北侧50米`, view),
  point: () => {
    const { lon, lat } = some().position;
    return reverse(gazetteer, { lon: lon + 0.001, lat });
  },
};

const figures: Record<string, Record<string, number>> = {};
for (const [name, ask] of Object.entries(questions)) {
  for (let n = 0; n < 50; n++) ask();
  const wall: number[] = [];
  for (let n = 0; n < samples; n++) {
    const started = performance.now();
    ask();
    wall.push(performance.now() - started);
  }
  figures[name] = {
    p50Ms: rounded(quantile(wall, 0.5)),
    p99Ms: rounded(quantile(wall, 0.99)),
  };
  console.log(name, figures[name]);
}

const scan = await withDatabase(async ({ pool }) => {
  const store = createGazetteerStore(pool);
  await seedRegister(store, 'seed bench', () => entries.map((row) => ({ key: row.key, row })));
  const ms: number[] = [];
  for (let n = 0; n < scans; n++) {
    const started = performance.now();
    await pool.query(
      `SELECT key FROM gazetteer_entry WHERE until IS NULL AND (name_zh ILIKE $1 OR spelled ILIKE $1)
       ORDER BY length(name_zh) LIMIT 10`,
      [`%${some().nameZh.slice(0, 4)}%`],
    );
    ms.push(performance.now() - started);
  }
  return { p50Ms: rounded(quantile(ms, 0.5)), p99Ms: rounded(quantile(ms, 0.99)) };
});
console.log('scan in Postgres', scan);
writeResults(
  'geocode',
  {
    unit: 'milliseconds a question, on the clock; `load` is what the machine did beside it',
    load: rounded(loadavg()[0] ?? 0),
    entries: size,
    samples,
    figures,
    scanInPostgres: scan,
    buildMs: Math.round(buildMs),
    indexMegabytes: Math.round((after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers) / 1e6),
  },
  ['reading the entries from Postgres', 'HTTP around a question', 'names of a real city, which repeat differently'],
);
const worst = Math.max(...Object.values(figures).map((figure) => figure['p99Ms'] ?? Infinity));
if (worst > limitMs) {
  console.error(`a question took ${worst} ms (limit ${limitMs})`);
  process.exit(1);
}

function rounded(ms: number): number {
  return Number(ms.toFixed(2));
}
