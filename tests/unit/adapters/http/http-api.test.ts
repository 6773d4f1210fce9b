import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { encodeFixes, FIXES_TYPE } from '#wire/http/binary-fixes.ts';
import { exampleSummary } from '#wire/http/examples.ts';
import type { Problem } from '#wire/http/problem.ts';
import type { BatchAnswer } from '#wire/http/rejection.ts';
import { fakePort, now } from './fake-port.ts';
import { serve, type Served } from './serve.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());
afterEach(() => served.breakStore(false));

const report = (sourceId: string) => ({ sourceId, reportedAt: '2026-11-22T08:41:07+08:00' });
const problemOf = async (response: Response): Promise<Problem> => {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return (await response.json()) as Problem;
};

describe('reports', () => {
  it('are answered one by one, and the good ones count', async () => {
    const body = [report('r1'), { ...report('r2'), position: { lon: 39.1, lat: 117.2 } }, report('r1'), report('r3')];
    const response = await served.ask('/api/v1/reports', { method: 'POST', as: 'source', body });
    expect(response.status).toBe(202);
    const answer = (await response.json()) as BatchAnswer;
    expect(answer).toMatchObject({ received: 4, accepted: 2, duplicates: 1, rejected: 1 });
    expect(answer.results.map(({ index, status }) => [index, status])).toEqual([
      [0, 'accepted'],
      [1, 'rejected'],
      [2, 'duplicate'],
      [3, 'accepted'],
    ]);
    expect(served.counted).toContainEqual([
      'reports',
      'source-1',
      expect.objectContaining({ accepted: 2, rejected: 1 }),
    ]);
  });

  it('come as lines too', async () => {
    const body = `${JSON.stringify(report('n1'))}\n{"sourceId":\n${JSON.stringify(report('n2'))}\n`;
    const headers = { 'content-type': 'application/x-ndjson' };
    const response = await served.ask('/api/v1/reports', { method: 'POST', as: 'source', body, headers });
    expect(await response.json()).toMatchObject({ accepted: 2, rejected: 1, results: [{}, { code: 'not-json' }, {}] });
  });

  it('are refused as a whole when none is good, with each reason', async () => {
    const response = await served.ask('/api/v1/reports', { method: 'POST', as: 'source', body: { sourceId: 'x' } });
    const problem = await problemOf(response);
    expect(problem).toMatchObject({
      status: 422,
      code: 'all-rejected',
      results: [{ index: 0, code: 'missing-field' }],
    });
    expect(problem.detail).toBe('item 0, reportedAt: it is required');
  });

  it('are answered 503 with a time to come back while the store is away, and never 202', async () => {
    served.breakStore(true);
    const response = await served.ask('/api/v1/reports', { method: 'POST', as: 'source', body: [report('s1')] });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
    expect(await problemOf(response)).toMatchObject({ code: 'store-unavailable' });
  });
});

describe('positions', () => {
  const fixes = [
    { team: 'C-1', lon: 117.2, lat: 39.13, at: now - 1000, heading: 90, speed: 1.5 },
    { team: 'C-2', lon: 0, lat: 0, at: now - 1000, heading: null, speed: null },
    { team: 'X-9', lon: 117.2, lat: 39.13, at: now - 1000, heading: null, speed: null },
  ];

  it.each([
    ['JSON', JSON.stringify(fixes), 'application/json'],
    ['binary', encodeFixes(fixes), FIXES_TYPE],
  ])('come as %s, with the index of what is rejected at the edge and behind it', async (_name, body, type) => {
    served.seen.fixes.length = 0;
    const headers = { 'content-type': type };
    const response = await served.ask('/api/v1/positions', { method: 'POST', as: 'source', body, headers });
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({
      received: 3,
      accepted: 1,
      rejectedInAll: 2,
      rejected: [
        { index: 1, code: 'no-fix' },
        { index: 2, code: 'unknown-team' },
      ],
    });
    expect(served.seen.fixes[0]).toEqual(fixes[0]);
  });

  it('say at which byte a binary body is malformed', async () => {
    const headers = { 'content-type': FIXES_TYPE };
    const body = encodeFixes(fixes).subarray(0, 40);
    const response = await served.ask('/api/v1/positions', { method: 'POST', as: 'source', body, headers });
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'bad-frame', at: { offset: 40 } });
  });
});

describe('a beat', () => {
  const beat = (body: unknown) => served.ask('/api/v1/beat', { method: 'POST', as: 'source', body });

  it('says that a source is there, up to an instant or until now', async () => {
    served.seen.beats.length = 0;
    const answered = await beat({ until: now - 5_000 });
    expect([answered.status, await answered.json()]).toMatchObject([202, { until: now - 5_000, heardAt: now }]);
    expect((await beat({})).status).toBe(202);
    expect(served.seen.beats).toMatchObject([
      { at: now - 5_000, receivedAt: now },
      { at: now, receivedAt: now },
    ]);
  });

  it.each([{ until: now + 3_600_000 }, { until: 'soon' }, { till: 1 }, []])('%j is refused', async (body) => {
    served.seen.beats.length = 0;
    const problem = await problemOf(await beat(body));
    expect(problem.status).toBeGreaterThanOrEqual(400);
    expect(served.seen.beats).toEqual([]);
  });
});

describe('cases', () => {
  it('are filtered by what the query says, page by page', async () => {
    const query =
      '?phase=dispose,check&overdue=true&since=2026-11-01T00:00:00%2B08:00&until=1795363200000&limit=10&place=120101';
    const first = await served.ask(`/api/v1/cases${query}`, { as: 'dispatcher' });
    const { nextCursor } = (await first.json()) as { nextCursor: string };
    expect(served.seen.filters.at(-1)).toEqual({
      place: '120101',
      phases: ['dispose', 'check'],
      category: null,
      source: null,
      overdue: true,
      open: null,
      since: Date.parse('2026-11-01T00:00:00+08:00'),
      until: 1795363200000,
      text: null,
    });
    const second = await served.ask(`/api/v1/cases?cursor=${nextCursor}`, { as: 'dispatcher' });
    expect(await second.json()).toMatchObject({ nextCursor: null });
  });

  it.each([
    'limit=501',
    'limit=0',
    'phase=gone',
    'since=yesterday',
    'colour=red',
    'open=1',
    'open=true&open=false',
    'cursor=AAAA',
    '__proto__=1',
  ])('refuse ?%s and say which parameter', async (query) => {
    const problem = await problemOf(await served.ask(`/api/v1/cases?${query}`, { as: 'dispatcher' }));
    expect(problem).toMatchObject({ status: 400, code: 'bad-request', at: { field: query.split('=')[0] } });
  });

  it('show who reported only to posts that call back', async () => {
    const address = `/api/v1/cases/${exampleSummary.number}`;
    for (const [role, name, phone] of [
      ['operator', '王小丫', '13812345678'],
      ['leader', '王**', '138****5678'],
      ['department', '王**', '138****5678'],
    ] as const) {
      const text = await (await served.ask(address, { as: role })).text();
      expect(JSON.parse(text)).toMatchObject({ reporter: { name, phone }, reporterMasked: role !== 'operator' });
      expect(text.includes('13812345678')).toBe(role === 'operator');
    }
  });

  it('show who reported only where that can be written down, a line for each reading', async () => {
    const { port, seen } = fakePort();
    let down = false;
    const write = port.audit.bind(port);
    port.audit = async (line) => (down ? Promise.reject(new Error('no store')) : write(line));
    const here = await serve({ port });
    const address = `/api/v1/cases/${exampleSummary.number}`;
    const read = async (as: string) =>
      (await (await here.ask(address, { as })).json()) as { reporter: { name: string }; reporterMasked: boolean };
    expect(await read('operator')).toMatchObject({ reporter: { name: '王小丫' } });
    expect(await read('operator')).toMatchObject({ reporterMasked: false });
    expect(await read('leader')).toMatchObject({ reporterMasked: true });
    expect(seen.audits).toMatchObject([
      { act: 'case.reporter', subject: exampleSummary.number, role: 'operator', detail: { read: 'name, phone' } },
    ]);
    down = true;
    expect(await read('dispatcher')).toMatchObject({ reporter: { name: '王**' }, reporterMasked: true });
    await here.stop();
  });

  it('out of reach are not found, and places out of reach not allowed', async () => {
    const number = `/api/v1/cases/${exampleSummary.number}`;
    expect((await served.ask(number, { as: 'dispatcher@120104' })).status).toBe(404);
    expect((await served.ask(number, { as: 'dispatcher@120101' })).status).toBe(200);
    expect((await served.ask('/api/v1/cases/E9', { as: 'dispatcher' })).status).toBe(404);
    for (const path of ['cases', 'alerts', 'teams', 'figures']) {
      expect((await served.ask(`/api/v1/${path}?place=120101`, { as: 'dispatcher@120104' })).status).toBe(403);
      expect((await served.ask(`/api/v1/${path}?place=120104003`, { as: 'dispatcher@120104' })).status).toBe(200);
    }
  });
});

describe('moves', () => {
  const address = `/api/v1/cases/${exampleSummary.number}/moves`;
  const move = { move: 'comment', text: '已联系' };

  it('say what was done, and are written down', async () => {
    const response = await served.ask(address, { method: 'POST', as: 'dispatcher', body: { requestId: 'a', move } });
    expect(await response.json()).toEqual({ caseNumber: exampleSummary.number, version: 6, moveVersion: 6 });
    expect(served.seen.audits.at(-1)).toMatchObject({
      act: 'case.comment',
      subject: exampleSummary.number,
      result: 'done',
      role: 'dispatcher',
      address: '127.0.0.1',
    });
  });

  it('that are refused say why, and are written down too', async () => {
    const ask = (expected: number) =>
      served.ask(address, { method: 'POST', as: 'dispatcher', body: { requestId: 'b', expected, move } });
    expect(await problemOf(await ask(1))).toMatchObject({
      status: 409,
      code: 'version-conflict',
      other: { name: '张三' },
    });
    expect(await problemOf(await ask(2))).toMatchObject({ status: 409, code: 'illegal-move', legal: ['comment'] });
    expect(served.seen.audits.at(-1)).toMatchObject({ result: 'refused', detail: { code: 'illegal-move' } });
  });

  it('with text that cannot be stored are refused with the field', async () => {
    const body = '{"requestId":"c","move":{"move":"comment","text":"a\\u0000"}}';
    const problem = await problemOf(await served.ask(address, { method: 'POST', as: 'dispatcher', body }));
    expect(problem).toMatchObject({ status: 422, code: 'bad-argument', at: { field: 'move.text' } });
  });

  it("made by another site with a browser's cookie are refused", async () => {
    const send = (headers: Record<string, string>) =>
      served.ask(address, {
        method: 'POST',
        body: { requestId: 'd', move },
        headers: { cookie: 'session=dispatcher', 'content-type': 'application/json', ...headers },
      });
    expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await send({ origin: 'null' })).status).toBe(403);
    expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await send({ origin: served.origin })).status).toBe(200);
    expect((await send({})).status).toBe(200);
  });
});

describe('signing in', () => {
  const signIn = (password: string, username = 'duty') =>
    served.ask('/api/auth/sign-in/username', { method: 'POST', body: { username, password } });

  it('gives the session as a cookie and not to scripts', async () => {
    const response = await signIn('right');
    expect(response.headers.getSetCookie()).toEqual(['session=duty-officer; HttpOnly; Path=/']);
    expect(await response.json()).toEqual({ user: { username: 'duty', name: 'duty-officer' } });
    expect(served.seen.audits.at(-1)).toMatchObject({
      act: 'sign-in',
      result: 'done',
      actor: { id: 'duty-officer-1' },
    });
  });

  it('says what else is needed, and takes the same call with it', async () => {
    const needed = await signIn('right', 'coded');
    expect(needed.status).toBe(401);
    expect(await needed.json()).toMatchObject({ code: 'more-needed', needs: 'code' });
    const body = { username: 'coded', password: 'right', code: '123456' };
    expect((await served.ask('/api/auth/sign-in/username', { method: 'POST', body })).status).toBe(200);
    const wrong = { ...body, code: '12345x' };
    expect((await served.ask('/api/auth/sign-in/username', { method: 'POST', body: wrong })).status).toBe(422);
    // A step on the way is no try that was refused.
    expect(served.seen.audits.filter(({ subject, result }) => subject === 'coded' && result === 'refused')).toEqual([]);
  });

  it('tells backup codes once, where they are made, and writes both down: making and using', async () => {
    const ask = (more: object) => {
      const body = { username: 'coded', password: 'right', ...more };
      return served.ask('/api/auth/sign-in/username', { method: 'POST', body });
    };
    const made = await ask({ code: '123456', newBackupCodes: true });
    expect(await made.json()).toMatchObject({ backupCodes: ['k3x9-new'] });
    expect(served.seen.audits.at(-1)).toMatchObject({ act: 'backup-codes', subject: 'coded', detail: {} });
    const used = await ask({ code: 'k3x9-k3x9-k3x9-k3x9-k3x9-k3x9' });
    expect(await used.json()).not.toHaveProperty('backupCodes');
    expect(served.seen.audits.at(-1)).toMatchObject({ act: 'sign-in', detail: { by: 'backup-code', left: 7 } });
    expect((await ask({ code: 'k3x9-k3x9' })).status).toBe(422);
  });

  it('is refused with an end where an account is locked, and written down', async () => {
    expect((await signIn('wrong')).status).toBe(401);
    const refused = await signIn('right', 'eve');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(served.seen.audits.slice(-2)).toMatchObject([
      { subject: 'duty', result: 'refused', detail: { why: 'wrong' } },
      { subject: 'eve', result: 'refused', detail: { why: 'locked' } },
    ]);
  });
});

describe('a wall screen', () => {
  it('gives its key once and keeps a cookie', async () => {
    const response = await served.ask('/wall/main/1?key=cws_good&lang=en');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/wall/main/1?lang=en']);
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^citywall_screen\.main\.1=cws_good; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/,
    );
    expect((await served.ask('/wall/main/1', { headers: { cookie: 'citywall_screen=screen' } })).status).toBe(299);
  });

  it("with a wrong key or another wall's is told so, in both languages", async () => {
    for (const path of ['/wall/main/1?key=cws_bad', '/wall/other/1?key=cws_good']) {
      const response = await served.ask(path);
      expect(response.status).toBe(403);
      expect(await response.text()).toMatch(/密钥无效.*not valid/s);
    }
  });

  it('without a key is opened only where all it shows is made up', async () => {
    const closed = await served.ask('/wall/main/1');
    expect([closed.status, closed.headers.getSetCookie()]).toEqual([299, []]);
    const demo = await serve({
      openScreens: (wall, screen) => (wall === 'main' && screen === '1' ? 'cws_good' : null),
    });
    const opened = await demo.ask('/wall/main/1');
    expect([opened.status, opened.headers.getSetCookie()[0]?.split(';')[0]]).toEqual([
      299,
      'citywall_screen.main.1=cws_good',
    ]);
    const known = await demo.ask('/wall/main/1', { headers: { cookie: 'session=dispatcher' } });
    expect(known.headers.getSetCookie()).toEqual([]);
    expect((await demo.ask('/wall/secret/1')).headers.getSetCookie()).toEqual([]);
    await demo.stop();
  });

  it('is let through with other pages', async () => {
    for (const path of ['/wall/main/1/', '/desk', '/about', '/wall/a/b/c']) {
      expect((await served.ask(path)).status).toBe(299);
    }
  });
});

describe('the platform', () => {
  it('says that it lives, whether it is ready, and how it does', async () => {
    expect(await (await served.ask('/healthz')).json()).toMatchObject({ status: 'alive', node: 'n1' });
    expect((await served.ask('/readyz')).status).toBe(200);
    served.breakStore(true);
    const notReady = await served.ask('/readyz');
    expect([notReady.status, await notReady.json()]).toMatchObject([
      503,
      { status: 'not-ready', checks: [{ name: 'store' }] },
    ]);
    expect(await (await served.ask('/metrics')).text()).toBe('up 1\n');
    expect((await served.ask('/metrics', { headers: { 'x-forwarded-for': '10.0.0.1' } })).status).toBe(401);
  });

  it('answers an unchanged dictionary and document with 304', async () => {
    for (const path of ['/api/v1/dictionary', '/api/v1/openapi.json']) {
      const first = await served.ask(path, { as: 'screen' });
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^".+"$/);
      const again = await served.ask(path, { as: 'screen', headers: { 'if-none-match': etag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  });

  it('knows its addresses and their methods', async () => {
    expect((await served.ask('/api/v1/nothing')).status).toBe(404);
    expect((await served.ask('/api/auth/sign-up/email', { method: 'POST', body: {} })).status).toBe(404);
    const wrong = await served.ask('/api/v1/cases', { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect((await served.ask('/api/v1/cases', { method: 'OPTIONS' })).status).toBe(204);
    const head = await served.ask('/healthz', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await served.ask('/api/v1/cases/%E0%A4%A/moves', { as: 'dispatcher' })).status).toBe(404);
  });

  it('limits what one key sends, and how often a wrong one is tried', async () => {
    const narrow = await serve({ rates: { ingest: { points: 3, seconds: 60 }, badKey: { points: 3, seconds: 60 } } });
    const statuses = async (as: string) => {
      const found: number[] = [];
      for (let index = 0; index < 5; index++) {
        found.push((await narrow.ask('/api/v1/reports', { method: 'POST', as, body: [report(`l${index}`)] })).status);
      }
      return found;
    };
    expect(await statuses('source')).toEqual([202, 202, 202, 429, 429]);
    expect(await statuses('WRONG')).toEqual([401, 401, 401, 429, 429]);
    await narrow.stop();
  });
});
