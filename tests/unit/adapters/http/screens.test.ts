import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEVICE_GRANT, SCREEN_CLIENT } from '#wire/http/operations/screens.ts';
import { serve, type Served } from './serve.ts';

let served: Served;
beforeAll(async () => {
  served = await serve({ rates: { screenCode: { points: 3, seconds: 60 } } });
});
afterAll(() => served.stop());

const post = (path: string, body: unknown, as?: string) =>
  served.ask(path, { method: 'POST', body, ...(as && { as }) });
const token = (device_code: string) =>
  post('/api/auth/device/token', { grant_type: DEVICE_GRANT, device_code, client_id: SCREEN_CLIENT });
const hanging = { wall: 'main', screen: '2', label: '左二', scope: '120000' };

describe('a new screen', () => {
  it('gets a code that leads to the page where it is approved', async () => {
    const asked = { client_id: SCREEN_CLIENT, wall: 'main', screen: '2' };
    const answer = (await (await post('/api/auth/device/code', asked)).json()) as Record<string, unknown>;
    expect(answer).toMatchObject({
      user_code: 'WDJB-MJHT',
      verification_uri_complete: `${served.origin}/admin/screens?code=WDJB-MJHT`,
      expires_in: 600,
      interval: 5,
    });
    const other = await post('/api/auth/device/code', { ...asked, client_id: 'somebody' });
    expect(other.status).toBe(422);
  });

  it('asks for codes no more often than a wall starts', async () => {
    const asked = { client_id: SCREEN_CLIENT, wall: 'main', screen: '2' };
    const statuses: number[] = [];
    for (let count = 0; count < 3; count++) statuses.push((await post('/api/auth/device/code', asked)).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('hears by the words of RFC 8628 that nobody has approved yet', async () => {
    const answer = await token('waiting');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'authorization_pending' });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('gets its own key, once, as a token and as a cookie that no script can read', async () => {
    const answer = await token('approved');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({ access_token: 'cws_good', token_type: 'Bearer', wall: 'main' });
    expect(answer.headers.getSetCookie()).toEqual([
      'citywall_screen.main.2=cws_good; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax',
    ]);
    expect(served.seen.audits.at(-1)).toMatchObject({ act: 'screen.enter', subject: 'main/2', result: 'done' });
  });
});

describe('an operator', () => {
  it('approves a code within the own reach alone, and it is written down', async () => {
    const body = { code: 'wdjb mjht', hanging };
    expect((await post('/api/v1/screen-codes/approve', body, 'administrator@120101')).status).toBe(403);
    expect((await post('/api/v1/screen-codes/approve', body, 'administrator')).status).toBe(200);
    expect(served.seen.audits.at(-1)).toMatchObject({
      act: 'screen.approve',
      subject: 'main/2',
      result: 'done',
      detail: { label: '左二', scope: '120000', address: '10.0.0.21' },
    });
  });

  it('is told why a code is of no use', async () => {
    for (const [code, status] of [
      ['GQNE-2345', 404],
      ['TAKEN234', 409],
      ['0000', 404],
    ] as const)
      expect((await post('/api/v1/screen-codes/review', { code }, 'administrator')).status, code).toBe(status);
  });

  it('does things with a screen, each written down', async () => {
    const path = '/api/v1/screens/main/2/acts';
    for (const body of [{ act: 'name', label: '右' }, { act: 'pattern', seconds: 60 }, { act: 'revoke' }])
      expect((await post(path, body, 'administrator')).status).toBe(200);
    expect(served.seen.screens).toEqual([{ label: '右' }, { seconds: 60 }, 'revoked']);
    expect(served.seen.audits.at(-1)).toMatchObject({ act: 'screen.revoke', subject: 'main/2' });
    expect((await post('/api/v1/screens/main/9/acts', { act: 'reload' }, 'administrator')).status).toBe(404);
  });
});

describe('a screen whose key was revoked', () => {
  it('loses it with the page it loads', async () => {
    const cookie = 'citywall_screen.main.1=cws_old';
    const answer = await served.ask('/wall/main/1', { headers: { cookie } });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^citywall_screen\.main\.1=; Path=\/; Max-Age=0/);
  });
});
