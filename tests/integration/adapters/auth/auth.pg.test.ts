import { getMigrations } from 'better-auth/db/migration';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAuth, type Auth } from '#adapters/auth/auth.ts';
import { closeDemo, DEMO_PASSWORD, openDemo } from '#adapters/auth/demo.ts';
import { keepIngestKey, keepScreenKey, KEY_MEMORY_MS, randomKey, revokeKeys } from '#adapters/auth/keys.ts';
import { libraryOptions } from '#adapters/auth/library.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import { USUAL_RULES } from '#domain/account/sign-in-rules.ts';
import { StoreUnavailable } from '#application/ports.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres.ts';

const secret = 'a secret of the tests that is long enough';
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
let database: TestDatabase;
let pool: pg.Pool;
let auth: Auth;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, { max: 4 });
  auth = createAuth({ pool, secret, publicUrl: null, log: quiet });
  await pool.query(
    `INSERT INTO source (id, name_zh, name_en, simulated, beat_seconds) VALUES ('hotline', '热线', 'Hotline', FALSE, 60)`,
  );
  await auth.createAccount({
    username: 'Zhang.San',
    name: '张三',
    password: 'heping-luffa-77',
    role: 'dispatcher',
    scope: '120101',
    department: null,
  });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

function post(path: string, body: object, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'x-citywall-address': '10.0.0.9', cookie };
  return auth.handle(
    new Request(`http://wall.local:3000${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
}
const signIn = (username: string, password: string) => post('/api/auth/sign-in/username', { username, password });
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const known = (headers: Record<string, string>) => auth.principalOf(new Headers(headers));

describe('accounts', () => {
  it('have tables of the shape that the library wants', async () => {
    const { toBeCreated, toBeAdded } = await getMigrations(
      libraryOptions({ pool, secret, secure: false, rules: USUAL_RULES, log: quiet }),
    );
    expect([toBeCreated, toBeAdded]).toEqual([[], []]);
  });

  it('open with their password, whatever the case of the name, and say who it is', async () => {
    const response = await signIn('zhang.SAN', 'heping-luffa-77');
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie().join()).toMatch(
      /citywall\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax/,
    );
    expect(await known({ cookie: cookieOf(response) })).toMatchObject({
      kind: 'person',
      name: '张三',
      role: 'dispatcher',
      scope: '120101',
      department: null,
    });
    const { rows } = await pool.query<{ address: string }>('SELECT address FROM session');
    expect(rows[0]?.address).toBe('10.0.0.9');
  });

  it('stay shut otherwise, and give no way to make one', async () => {
    expect((await signIn('zhang.san', 'heping-luffa-78')).status).toBe(401);
    expect((await signIn('nobody', 'heping-luffa-77')).status).toBe(401);
    const made = await post('/api/auth/sign-up/email', { email: 'a@b.cn', password: 'heping-luffa-77', name: 'x' });
    expect(made.ok).toBe(false);
    expect(await known({ cookie: 'citywall.session_token=forged.forged' })).toBeNull();
    expect(await known({})).toBeNull();
  });

  it('keep passwords as scrypt, and a taken name as it is', async () => {
    const { rows } = await pool.query<{ password: string }>('SELECT password FROM credential');
    expect(rows[0]?.password).not.toContain('luffa');
    const again = {
      username: 'ZHANG.san',
      name: '李四',
      password: 'xxxxxxxxxxxx',
      role: 'administrator',
      scope: '120000',
    } as const;
    expect(await auth.createAccount({ ...again, department: null })).toBe(false);
    expect((await signIn('zhang.san', 'heping-luffa-77')).status).toBe(200);
  });

  it('are gone from a browser that signed out', async () => {
    const cookie = cookieOf(await signIn('zhang.san', 'heping-luffa-77'));
    expect(await known({ cookie })).not.toBeNull();
    expect((await post('/api/auth/sign-out', {}, cookie)).status).toBe(200);
    expect(await known({ cookie })).toBeNull();
  });

  it('end at once everywhere when they are disabled', async () => {
    const cookie = cookieOf(await signIn('zhang.san', 'heping-luffa-77'));
    await auth.setDisabled(['zhang.san'], true);
    expect(await known({ cookie })).toBeNull();
    expect((await signIn('zhang.san', 'heping-luffa-77')).status).toBe(403);
    await auth.setDisabled(['zhang.san'], false);
    expect((await signIn('zhang.san', 'heping-luffa-77')).status).toBe(200);
  });

  it('change their password and end the other sessions', async () => {
    const first = cookieOf(await signIn('zhang.san', 'heping-luffa-77'));
    const second = cookieOf(await signIn('zhang.san', 'heping-luffa-77'));
    const body = { currentPassword: 'heping-luffa-77', newPassword: 'another-gourd-8', revokeOtherSessions: true };
    expect((await post('/api/auth/change-password', { ...body, currentPassword: 'wrong-wrong' }, first)).ok).toBe(
      false,
    );
    expect((await post('/api/auth/change-password', body, first)).status).toBe(200);
    expect(await known({ cookie: second })).toBeNull();
    expect((await signIn('zhang.san', 'another-gourd-8')).status).toBe(200);
  });
});

describe('a forgotten password', () => {
  it('is replaced, and whoever was signed in with the old one is out', async () => {
    const cookie = cookieOf(await signIn('zhang.san', 'another-gourd-8'));
    expect(await auth.setPassword('nobody', 'a third vessel')).toBe(false);
    expect(await auth.setPassword('Zhang.San', 'a third vessel')).toBe(true);
    expect(await known({ cookie })).toBeNull();
    expect((await signIn('zhang.san', 'another-gourd-8')).status).toBe(401);
    await auth.setPassword('zhang.san', 'another-gourd-8');
  });
});

describe('keys', () => {
  const key = randomKey('source');
  const screenKey = randomKey('screen');

  it('stand for a source or a screen, and only their hash is stored', async () => {
    await keepIngestKey(pool, { id: 'hotline-1', sourceId: 'hotline', key, scope: '120101' });
    await keepScreenKey(pool, { wall: 'main', name: '1', key: screenKey, scope: '120000' });
    expect(await known({ authorization: `Bearer ${key}` })).toEqual({
      kind: 'source',
      id: 'hotline',
      name: '热线',
      role: 'source',
      scope: '120101',
      department: null,
    });
    const screen = { kind: 'system', id: 'screen:main/1', role: 'screen', scope: '120000' };
    expect(await known({ cookie: `a=b; citywall_screen=${screenKey}` })).toMatchObject(screen);
    expect(await known({ authorization: `bearer ${screenKey}` })).toMatchObject(screen);
    expect(await auth.screenOf(screenKey, 'main', '1')).toMatchObject(screen);
    const { rows } = await pool.query('SELECT * FROM ingest_key NATURAL FULL JOIN screen');
    expect(JSON.stringify(rows)).not.toContain(key);
    expect(JSON.stringify(rows)).not.toContain(screenKey);
  });

  it('open nothing else', async () => {
    expect(await auth.screenOf(screenKey, 'main', '2')).toBeNull();
    expect(await auth.screenOf(key, 'main', '1')).toBeNull();
    expect(await known({ cookie: `citywall_screen=${key}` })).toBeNull();
    expect(await known({ authorization: `Bearer ${randomKey('source')}` })).toBeNull();
    expect(await known({ authorization: 'Basic YTpi' })).toBeNull();
  });

  it('that are wrong never fall back to the browser they come from', async () => {
    expect(await known({ authorization: 'Bearer x', cookie: `citywall_screen=${screenKey}` })).toBeNull();
  });

  it('are refused within five seconds of being revoked', async () => {
    expect(await known({ authorization: `Bearer ${key}` })).not.toBeNull();
    expect(await revokeKeys(pool, [key, 'cwk_unknown'])).toBe(1);
    const start = performance.now();
    const clock = vi.spyOn(performance, 'now').mockReturnValue(start + KEY_MEMORY_MS + 1);
    expect(await known({ authorization: `Bearer ${key}` })).toBeNull();
    clock.mockRestore();
    expect(KEY_MEMORY_MS).toBeLessThanOrEqual(5000);
  });
});

describe('the demo', () => {
  const options = () => ({
    auth,
    pool,
    secret,
    city: '120000',
    district: { code: '120104', nameZh: '南开', username: 'nankai' },
    department: { code: '120104-enforcement', nameZh: '南开区综合执法支队' },
    sourceId: 'hotline',
  });

  it('lets every post in, the same way at every start', async () => {
    const first = await openDemo(options());
    const second = await openDemo(options());
    expect(second.ingestKey).toBe(first.ingestKey);
    expect(first.accounts.map(({ username, role, scope }) => [username, role, scope])).toEqual([
      ['duty', 'duty-officer', '120000'],
      ['dispatch', 'dispatcher', '120000'],
      ['operator', 'operator', '120000'],
      ['nankai', 'dispatcher', '120104'],
      ['department', 'department', '120104'],
      ['collector', 'collector', '120104'],
      ['leader', 'leader', '120000'],
      ['admin', 'administrator', '120000'],
      ['security', 'security-administrator', '120000'],
      ['auditor', 'auditor', '120000'],
    ]);
    for (const { username } of first.accounts) expect((await signIn(username, DEMO_PASSWORD)).status).toBe(200);
    expect(await known({ cookie: cookieOf(await signIn('department', DEMO_PASSWORD)) })).toMatchObject({
      department: '120104-enforcement',
    });
    expect(await known({ authorization: `Bearer ${first.ingestKey}` })).toMatchObject({ id: 'hotline' });
    expect(await auth.screenOf(first.screenKey('main', '6') ?? '', 'main', '6')).not.toBeNull();
    expect(first.screenKey('main', '7')).toBeNull();
    expect(first.screenKey('other', '1')).toBeNull();
  });

  it('leaves nothing open when it is off, and no account of anybody else touched', async () => {
    const { screenKey } = await openDemo(options());
    const cookie = cookieOf(await signIn('duty', DEMO_PASSWORD));
    await closeDemo(options());
    expect(await known({ cookie })).toBeNull();
    expect((await signIn('duty', DEMO_PASSWORD)).status).toBe(403);
    expect((await signIn('zhang.san', 'another-gourd-8')).status).toBe(200);
    const fresh = createAuth({ pool, secret, publicUrl: null, log: quiet });
    expect(await fresh.screenOf(screenKey('main', '1') ?? '', 'main', '1')).toBeNull();
    await openDemo(options());
    expect((await signIn('duty', DEMO_PASSWORD)).status).toBe(200);
  });
});

describe('a database that is away', () => {
  it('is said to be away instead of nobody being there', async () => {
    const gone = createPool('postgresql://nobody:x@127.0.0.1:9/none');
    const away = createAuth({ pool: gone, secret, publicUrl: null, log: quiet });
    const cookie = cookieOf(await signIn('zhang.san', 'another-gourd-8'));
    await expect(away.principalOf(new Headers({ cookie }))).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(
      away.principalOf(new Headers({ authorization: `Bearer ${randomKey('source')}` })),
    ).rejects.toBeInstanceOf(StoreUnavailable);
    await gone.end();
  });
});
