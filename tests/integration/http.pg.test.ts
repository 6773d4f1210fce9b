import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuth, type Auth } from '#adapters/auth/auth.ts';
import { DEMO_PASSWORD, openDemo, type DemoAccess } from '#adapters/auth/demo.ts';
import { createHttpApi } from '#adapters/http/http-api.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import { createLogger } from '#adapters/telemetry/logger.ts';
import { createMetrics } from '#adapters/telemetry/metrics.ts';
import { exampleSummary } from '#wire/http/examples.ts';
import { fakePort, now } from '../unit/adapters/http/fake-port.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

const secret = 'a secret of the tests that is long enough';
const fake = fakePort();
const metrics = createMetrics({ node: 'n1' });
let logged = '';
let database: TestDatabase;
let pool: pg.Pool;
let auth: Auth;
let demo: DemoAccess;
let server: Server;
let origin: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, { max: 4 });
  const log = createLogger({ level: 'debug', node: 'n1', write: (line) => (logged += line) });
  auth = createAuth({ pool, secret, publicUrl: null, log });
  await pool.query(
    `INSERT INTO source (id, name_zh, name_en, simulated, beat_seconds) VALUES ('simulator', '模拟城市', 'Simulator', TRUE, 60)`,
  );
  const district = { code: '120104', nameZh: '南开', username: 'nankai' };
  demo = await openDemo({ auth, pool, secret, city: '120000', district, department: null, sourceId: 'simulator' });
  const api = createHttpApi({
    port: fake.port,
    identity: auth,
    signIn: auth,
    door: auth.door,
    telemetry: metrics,
    log,
    config: { publicUrl: null, trustProxy: false },
    version: 'test',
    openScreens: demo.screenKey,
  });
  server = createServer((request, response) => {
    void api(request, response).then((taken) => {
      if (!taken) response.end('page');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await pool.end();
  await database.drop();
});

const ask = (path: string, init: RequestInit = {}) => fetch(origin + path, { redirect: 'manual', ...init });

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const all = { 'content-type': 'application/json', ...headers };
  return ask(path, { method: 'POST', headers: all, body: JSON.stringify(body) });
}

async function signIn(username: string): Promise<string> {
  const response = await post('/api/auth/sign-in/username', { username, password: DEMO_PASSWORD });
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

describe('a person', () => {
  it('signs in, acts within a post and a district, and signs out', async () => {
    const cookie = await signIn('nankai');
    expect(await (await ask('/api/v1/me', { headers: { cookie } })).json()).toMatchObject({
      kind: 'person',
      name: '南开派遣员',
      role: 'dispatcher',
      scope: '120104',
    });
    // The case of the example lies in another district.
    expect((await ask(`/api/v1/cases/${exampleSummary.number}`, { headers: { cookie } })).status).toBe(404);
    expect((await post('/api/v1/alerts/77/take', {}, { cookie })).status).toBe(200);
    expect((await post('/api/v1/alerts/77/take', {}, { cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('/api/v1/reports', [], { cookie })).status).toBe(403);
    expect((await post('/api/auth/sign-out', {}, { cookie })).status).toBe(200);
    expect((await ask('/api/v1/me', { headers: { cookie } })).status).toBe(401);
    expect(fake.seen.audits.map(({ act, result, actor }) => [act, result, actor.name])).toEqual([
      ['sign-in', 'done', '南开派遣员'],
      ['alert.take', 'done', '南开派遣员'],
      // Reports are for sources: what the policy refuses a person is written down.
      ['denied', 'refused', '南开派遣员'],
      ['sign-out', 'done', '南开派遣员'],
    ]);
  });

  it('changes a password, and the old one opens nothing', async () => {
    const cookie = await signIn('leader');
    const change = (currentPassword: string, newPassword: string) =>
      post('/api/auth/change-password', { currentPassword, newPassword }, { cookie });
    expect((await change('not this one', 'heping-luffa-77')).status).toBe(422);
    expect((await change(DEMO_PASSWORD, 'short')).status).toBe(422);
    expect((await change(DEMO_PASSWORD, 'heping-luffa-77')).status).toBe(200);
    const old = await post('/api/auth/sign-in/username', { username: 'leader', password: DEMO_PASSWORD });
    expect(old.status).toBe(401);
  });

  it('who administers reads the metrics', async () => {
    const headers = { cookie: await signIn('admin'), 'x-forwarded-for': '203.0.113.9' };
    const text = await (await ask('/metrics', { headers })).text();
    expect(text).toContain('citywall_http_request_seconds_count{node="n1",operation="signIn",status="200"}');
  });
});

describe('a source', () => {
  it('sends with its key, which the log never shows', async () => {
    const headers = { authorization: `Bearer ${demo.ingestKey}` };
    const body = [{ sourceId: 'p1', reportedAt: now }];
    expect((await post('/api/v1/reports', body, headers)).status).toBe(202);
    expect(
      (await post('/api/v1/reports', body, { authorization: 'Bearer cwk_0123456789012345678901234' })).status,
    ).toBe(401);
    expect((await ask('/api/v1/cases', { headers })).status).toBe(403);
    expect(logged).not.toContain(demo.ingestKey);
    expect(logged).not.toContain(DEMO_PASSWORD);
  });
});

describe('a wall', () => {
  it('opens by its plain address in the demo, reads what it shows, and nothing more', async () => {
    const opened = await ask('/wall/main/1');
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(await opened.text()).toBe('page');
    expect(await (await ask('/api/v1/me', { headers: { cookie } })).json()).toMatchObject({
      role: 'screen',
      name: 'main/1',
    });
    expect((await ask('/api/v1/dictionary', { headers: { cookie } })).status).toBe(200);
    expect((await ask('/api/v1/cases', { headers: { cookie } })).status).toBe(403);
    const link = await ask(`/wall/main/2?key=${demo.screenKey('main', '2')}`);
    expect([link.status, link.headers.get('location')]).toEqual([302, '/wall/main/2']);
    expect((await ask(`/wall/main/3?key=${demo.screenKey('main', '2')}`)).status).toBe(403);
  });
});

describe('a database that is away', () => {
  it('is answered 503, and nobody is taken for a stranger', async () => {
    const cookie = await signIn('duty');
    const gone = createPool('postgresql://nobody:x@127.0.0.1:9/none');
    const away = createAuth({
      pool: gone,
      secret,
      publicUrl: null,
      log: createLogger({ level: 'silent', node: 'n1' }),
    });
    const api = createHttpApi({
      port: fake.port,
      identity: away,
      signIn: away,
      door: auth.door,
      telemetry: metrics,
      log: createLogger({ level: 'silent', node: 'n1' }),
      config: { publicUrl: null, trustProxy: false },
      version: 'test',
      openScreens: null,
    });
    const second = createServer((request, response) => void api(request, response)).listen(0, '127.0.0.1');
    await once(second, 'listening');
    const at = `http://127.0.0.1:${(second.address() as AddressInfo).port}`;
    const asked = await fetch(`${at}/api/v1/me`, { headers: { cookie } });
    expect([asked.status, asked.headers.get('retry-after')]).toEqual([503, '2']);
    const body = JSON.stringify({ username: 'duty', password: DEMO_PASSWORD });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${at}/api/auth/sign-in/username`, { method: 'POST', headers, body })).status).toBe(503);
    second.closeAllConnections();
    second.close();
    await gone.end();
  });
});
