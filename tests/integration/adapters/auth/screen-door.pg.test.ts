import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuth, type Auth } from '#adapters/auth/auth.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres.ts';

const secret = 'a secret of the tests that is long enough';
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const asked = { wall: 'hall', screen: '1', window: '1920×1080', address: '10.0.0.21', userAgent: 'Chromium' };
const hanging = { wall: 'hall', screen: '3', label: '左三', scope: '120101' };
let database: TestDatabase;
let pool: pg.Pool;
let auth: Auth;
const people: Record<string, Headers> = {};

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, { max: 4 });
  auth = createAuth({ pool, secret, publicUrl: null, log: quiet });
  for (const username of ['chief', 'other']) {
    const account = { username, name: username, password: 'heping-luffa-77', role: 'administrator', scope: '120000' };
    await auth.createAccount({ ...account, role: 'administrator', department: null });
    people[username] = new Headers({ cookie: cookieOf(await post('/sign-in/username', account)) });
  }
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(() => pool.query('TRUNCATE screen CASCADE'));

function post(path: string, body: object): Promise<Response> {
  return auth.handle(
    new Request(`http://wall.local${'/api/auth'}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const chief = () => people['chief'] ?? new Headers();
async function ask() {
  const codes = await auth.door.ask(asked);
  if (codes === null) throw new Error('no code was given');
  return codes;
}
/** As if the polling pace had been kept. */
const wait = () => pool.query(`UPDATE device_code SET last_polled_at = now() - interval '6 seconds'`);
const counted = async (table: string) =>
  (await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n;

describe('a screen that asks to be let in', () => {
  it('gets codes that nobody guesses and that end soon', async () => {
    const [one, two] = [await ask(), await ask()];
    expect(one).toMatchObject({ expiresIn: 600, interval: 5 });
    expect(one.userCode).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    expect(one.deviceCode).toMatch(/^[a-zA-Z0-9]{40}$/);
    expect(two.userCode).not.toBe(one.userCode);
    expect(two.deviceCode).not.toBe(one.deviceCode);
  });

  it('waits, is let in once with a key of its own, and nobody is signed in by it', async () => {
    const { deviceCode, userCode } = await ask();
    const sessions = await counted('session');
    expect(await auth.door.redeem(deviceCode)).toEqual({ ok: false, error: 'authorization_pending' });
    expect(await auth.door.redeem(deviceCode)).toEqual({ ok: false, error: 'slow_down' });
    expect(await auth.door.review(chief(), userCode)).toMatchObject({ ok: true, asked });
    expect(await auth.door.approve(chief(), userCode, hanging)).toEqual({ ok: true, asked });
    await wait();
    const redeemed = await auth.door.redeem(deviceCode);
    if (!redeemed.ok) throw new Error(redeemed.error);
    expect(redeemed).toMatchObject({ hanging, approvedBy: 'chief' });
    const principal = { kind: 'system', id: 'screen:hall/3', role: 'screen', scope: '120101' };
    expect(await auth.screenOf(redeemed.key, 'hall', '3')).toMatchObject(principal);
    const cookie = `citywall_screen.hall.3=${redeemed.key}`;
    expect(await auth.screenAt(new Headers({ cookie }), { wall: 'hall', screen: '3' })).toMatchObject(principal);
    expect(await auth.screenAt(new Headers({ cookie }), { wall: 'hall', screen: '4' })).toBe('none');
    expect(await auth.door.redeem(deviceCode)).toEqual({ ok: false, error: 'invalid_grant' });
    expect(await counted('session')).toBe(sessions);
    const { rows } = await pool.query('SELECT label, approved_by FROM screen');
    expect(rows).toEqual([{ label: '左三', approved_by: 'chief' }]);
  });

  it('of two that ask with one approved code at the same moment lets one in', async () => {
    const { deviceCode, userCode } = await ask();
    await auth.door.review(chief(), userCode);
    await auth.door.approve(chief(), userCode, hanging);
    const both = await Promise.all([auth.door.redeem(deviceCode), auth.door.redeem(deviceCode)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is turned away', async () => {
    const { deviceCode, userCode } = await ask();
    expect(await auth.door.deny(chief(), userCode)).toMatchObject({ ok: true });
    expect(await auth.door.redeem(deviceCode)).toEqual({ ok: false, error: 'access_denied' });
    expect(await auth.door.approve(chief(), userCode, hanging)).toMatchObject({ ok: false });
  });

  it('has ten minutes', async () => {
    const { deviceCode, userCode } = await ask();
    await pool.query(`UPDATE device_code SET expires_at = now() - interval '1 second' WHERE user_code = $1`, [
      userCode,
    ]);
    expect(await auth.door.review(chief(), userCode)).toEqual({ ok: false, refusal: 'expired' });
    expect(await auth.door.redeem(deviceCode)).toEqual({ ok: false, error: 'expired_token' });
  });

  it('cannot be settled by two people, by a stranger, or twice', async () => {
    const { userCode } = await ask();
    await auth.door.review(chief(), userCode);
    expect(await auth.door.approve(people['other'] ?? new Headers(), userCode, hanging)).toEqual({
      ok: false,
      refusal: 'claimed',
    });
    expect(await auth.door.approve(new Headers(), userCode, hanging)).toMatchObject({ ok: false });
    expect(await auth.door.approve(chief(), userCode, hanging)).toMatchObject({ ok: true });
    expect(await auth.door.approve(chief(), userCode, hanging)).toEqual({ ok: false, refusal: 'settled' });
    expect(await auth.door.review(chief(), 'ZZZZ2345')).toEqual({ ok: false, refusal: 'unknown' });
  });

  it('is not let in by somebody who is out by then', async () => {
    const { deviceCode, userCode } = await ask();
    const late = people['other'] ?? new Headers();
    await auth.door.review(late, userCode);
    await auth.door.approve(late, userCode, hanging);
    await auth.setDisabled(['other'], true);
    expect(await auth.door.redeem(deviceCode)).toEqual({ ok: false, error: 'access_denied' });
    expect(await counted('screen')).toBe(0);
  });
});

it("the library's own way to a session is shut", async () => {
  const { deviceCode, userCode } = await ask();
  await auth.door.review(chief(), userCode);
  await auth.door.approve(chief(), userCode, hanging);
  const sessions = await counted('session');
  const body = {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: deviceCode,
    client_id: 'citywall-screen',
  };
  const answer = await post('/device/token', body);
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('invalid_client')]);
  expect((await post('/device/screen', { deviceCode })).status).toBe(404);
  expect(await counted('session')).toBe(sessions);
});
