import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYWHERE } from '#domain/account/scope.ts';
import { ROWS_A_BATCH } from '#application/import/import-cases.ts';
import { handbookOf } from '#application/case/handbook.ts';
import { openCsv } from '#adapters/files/read-csv.ts';
import { knowImported } from '#adapters/postgres/imported.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import { readConfig } from '#config';
import { randomOf } from '#seed/places/build/random.ts';
import { startServer, type RunningServer } from '../../server/compose/server.ts';
import { profileOf, type FileOptions } from '../../scripts/import/file-options.ts';
import { feed } from '../../scripts/replay/feed.ts';
import { fileCity } from '../../scripts/replay/file-city.ts';
import { inItsCity } from '../../scripts/replay/in-its-city.ts';
import { createReplayClock } from '../../scripts/replay/replay-clock.ts';
import { inOrder } from '../../scripts/replay/timeline.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

const NAMES = { zh: '样例城', en: 'Sampleton' };
const NOON = Date.parse('2026-11-20T12:00:00+08:00');
const PASSWORD = 'harbour-quince-41';

/** Cases of two areas side by side in the middle of the Atlantic; every fourth has no point, every tenth is open. */
function madeFile(): string {
  const random = randomOf('replay-city');
  const rows = Array.from({ length: 240 }, (_, at) => {
    const area = at % 3 === 0 ? 'Port' : 'Hill Side';
    const lon = -30 + (area === 'Port' ? 0 : 0.05) + 0.05 * random();
    const point = at % 4 === 0 ? ',' : `${lon.toFixed(5)},${(40 + 0.05 * random()).toFixed(5)}`;
    const minute = String(at % 60).padStart(2, '0');
    const closed = at % 10 === 0 ? '' : '2026-11-20T11:30:00+08:00';
    return `A-${at},2026-11-20T0${Math.floor(at / 60)}:${minute}:00+08:00,${area},${point},2026-11-20T11:00:00+08:00,${closed}`;
  });
  return ['source_id,reported_at,area,lon,lat,due_at,closed_at', ...rows].join('\n');
}

describe('a replayed file of a city that nobody knows', () => {
  let folder: string;
  let options: FileOptions;
  let database: TestDatabase;
  let pool: ReturnType<typeof createPool>;
  let server: RunningServer;
  let cookie: string;
  const said: string[] = [];
  const draw = (file: Partial<FileOptions> = {}) =>
    fileCity(
      { city: '120000', dataDirectory: folder, timeZone: 'Asia/Shanghai' },
      { ...options, ...file },
      NAMES,
      (line) => said.push(line),
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'citywall-replay-'));
    database = await createTestDatabase();
    pool = createPool(database.url, { max: 2 });
    options = { file: join(folder, 'cases.csv'), profile: 'cases-csv', source: 'sample', timeZone: 'Asia/Shanghai' };
    await writeFile(options.file, madeFile());
    const { city, areas, keep } = await draw();
    const config = readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: database.url,
      CITYWALL_DATA_DIR: folder,
      CITYWALL_CITY: city,
      CITYWALL_DEMO: 'off',
      CITYWALL_LOG_LEVEL: 'silent',
      NODE_ENV: 'test',
    });
    const { clock } = createReplayClock(NOON, 1);
    server = await startServer(config, { clock, pages: false, say: () => undefined });
    await keep();
    const nothing = handbookOf({ stageLimits: [], conditions: [], categoryKeys: [], departmentCodes: [] });
    const profile = inItsCity(profileOf(options, 'Asia/Shanghai', nothing, 2010), areas ?? {});
    const csv = await openCsv(options.file);
    const who = { kind: 'source', id: 'sample', name: 'sample', role: 'source', scope: EVERYWHERE, department: null } as const; // prettier-ignore
    await knowImported(pool, profile.source, [], []);
    await feed(
      { ingest: server.ingest, who, now: () => NOON, from: 0, onFed: () => undefined, signal: AbortSignal.timeout(60_000) },
      inOrder(csv.batches(ROWS_A_BATCH), profile.open(csv.header), false),
    ); // prettier-ignore
    const person = { username: 'leader', name: 'leader', password: PASSWORD, role: 'leader', scope: '980100', department: null } as const; // prettier-ignore
    await server.auth.createAccount(person);
    const signedIn = await fetch(`${server.url}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'leader', password: PASSWORD }),
    });
    cookie = signedIn.headers.getSetCookie().map((one) => one.split(';')[0]).join('; '); // prettier-ignore
  });
  afterAll(async () => {
    await server.stop();
    await pool.end();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const ask = async (path: string): Promise<unknown> =>
    (await fetch(server.url + path, { headers: { cookie } })).json();

  it('has its own districts, drawn from its cases and marked so', async () => {
    expect(await ask('/api/v1/places?level=city')).toMatchObject({
      places: [{ code: '980100', nameZh: '样例城', nameEn: 'Sampleton' }],
    });
    const { places } = (await ask('/api/v1/places?level=district')) as { places: object[] };
    expect(places).toMatchObject([
      { code: '980101', nameZh: 'Hill Side', nameEn: 'Hill Side', approximate: true },
      { code: '980102', nameZh: 'Port', approximate: true },
    ]);
    const credits = await (await fetch(`${server.url}/map/attribution.json`)).json();
    expect(JSON.stringify(credits)).toContain('片区界线由文件中的案件推算，仅为近似');
    expect(JSON.stringify(credits)).not.toContain('OpenStreetMap');
    const rivers = await (await fetch(`${server.url}/map/rivers.json`)).json();
    expect(rivers).toMatchObject({ features: [] });
  });

  it('counts every case in one of them, by its point or by the area that it names', async () => {
    const { rows } = await pool.query<{ district: string | null; cases: number }>(
      'SELECT district_code AS district, count(*)::int AS cases FROM city_case GROUP BY 1 ORDER BY 1',
    );
    expect(rows.reduce((sum, { cases }) => sum + cases, 0)).toBe(240);
    expect(rows.map(({ district }) => district)).toEqual(['980101', '980102']);
    expect(Math.abs((rows[1]?.cases ?? 0) - 80)).toBeLessThanOrEqual(4);
    const figures = (await ask('/api/v1/figures')) as { places: { code: string; onTime: { rate: number | null } }[] };
    expect(figures.places.map(({ code }) => code).sort()).toEqual(['980101', '980102']);
  });

  it('goes on in its folder as it was drawn, and the folder takes no other file', async () => {
    const before = await readFile(join(folder, 'city', 'city.json'), 'utf8');
    expect(await draw()).toMatchObject({ city: join(folder, 'city'), areas: { port: '980102' } });
    expect(await readFile(join(folder, 'city', 'city.json'), 'utf8')).toBe(before);
    const other = join(folder, 'other.csv');
    await writeFile(other, madeFile().replaceAll('Port', 'Haven'));
    await expect(draw({ file: other })).rejects.toThrow(
      'holds the city of cases.csv, and this is other.csv: name another --data-dir',
    );
  });
});
