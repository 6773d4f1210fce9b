import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepIngestKey, randomKey } from '#adapters/auth/keys.ts';
import { encodeFixes, FIXES_TYPE } from '#wire/http/binary-fixes.ts';
import type { CaseDetailAnswer, CasesAnswer } from '#wire/http/case.ts';
import { operations, type OperationId } from '#wire/http/operations.ts';
import type { BatchAnswer } from '#wire/http/rejection.ts';
import { TestServer } from './test-server.ts';

const hotlineKey = randomKey('source');
const districtKey = randomKey('source');
// Nanjing Road in Heping, and a street in Nankai, in WGS-84.
const heping = { lon: 117.1983, lat: 39.1225 };
const nankai = { lon: 117.15, lat: 39.115 };

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start(async (pool) => {
    await pool.query(
      `INSERT INTO source (id, name_zh, name_en, simulated, beat_seconds)
       VALUES ('hotline', '热线', 'Hotline', FALSE, 60), ('nankai', '南开平台', 'Nankai', FALSE, 60)`,
    );
    await pool.query(
      `INSERT INTO team (code, kind, name_zh, name_en, district_code, simulated, source)
       VALUES ('C-1', 'collector', '采集一', 'Collector 1', '120101', FALSE, 'hotline')`,
    );
    await keepIngestKey(pool, { id: 'hotline-1', sourceId: 'hotline', key: hotlineKey, scope: '120000' });
    await keepIngestKey(pool, { id: 'nankai-1', sourceId: 'nankai', key: districtKey, scope: '120104' });
  });
  await server.person('duty', 'duty-officer', '120000');
  await server.person('operator', 'operator', '120000');
  await server.person('leader', 'leader', '120000');
  await server.person('nankai', 'dispatcher', '120104');
});
afterAll(() => server?.stop());

/** Asks as a person, or as a source by its key. */
const ask = (as: string, path: string, body?: unknown): Promise<Response> =>
  body instanceof Uint8Array ? server.send(as, path, body, FIXES_TYPE) : server.ask(as, path, body);

/** The answer of an operation, held against its own schema. */
async function answerOf<Answer>(id: OperationId, response: Response, status = 200): Promise<Answer> {
  const value: unknown = await response.json();
  expect({ status: response.status, value }).toMatchObject({ status });
  const { answer } = operations[id];
  if (answer.kind === 'json') expect(answer.schema.safeParse(value).error).toBeUndefined();
  return value as Answer;
}

async function report(sourceId: string, more: object = {}, key = hotlineKey): Promise<BatchAnswer['results'][number]> {
  const item = { sourceId, reportedAt: new Date(Date.now() - 60_000).toISOString(), position: heping, ...more };
  const answer = (await (await ask(key, '/api/v1/reports', [item])).json()) as BatchAnswer;
  const first = answer.results[0];
  if (first === undefined) throw new Error('no result');
  return first;
}

async function numberOf(sourceId: string, more: object = {}, key = hotlineKey): Promise<string> {
  const result = await report(sourceId, more, key);
  if (result.status === 'rejected') throw new Error(result.message);
  return result.caseNumber;
}

describe('a report', () => {
  it('is in the store when it is answered, once however often it comes', async () => {
    const number = await numberOf('a-1', { category: 'gbt30428.2-2013:event:0110' });
    expect(number).toMatch(/^E0110-\d{8}-\d{6}$/);
    expect(await report('a-1')).toMatchObject({ status: 'duplicate', caseNumber: number });
    const { rows } = await server.pool.query('SELECT number FROM city_case WHERE external_id = $1', ['a-1']);
    expect(rows).toEqual([{ number }]);
  });

  it('lies in its grid, whatever datum it came in', async () => {
    const detail = await answerOf<CaseDetailAnswer>(
      'getCase',
      await ask('duty', `/api/v1/cases/${await numberOf('a-2')}`),
    );
    expect(detail.summary.place).toMatchObject({ inside: true, districtCode: '120101' });
    const moved = await numberOf('a-3', { position: { ...heping, datum: 'gcj02' } });
    const other = await answerOf<CaseDetailAnswer>('getCase', await ask('duty', `/api/v1/cases/${moved}`));
    expect(other.summary.position).not.toEqual(detail.summary.position);
  });

  it('outside the district of its key is rejected', async () => {
    expect(await report('n-1', { position: heping }, districtKey)).toMatchObject({ code: 'not-allowed' });
    expect(await report('n-2', { position: nankai }, districtKey)).toMatchObject({ status: 'accepted' });
  });

  it('of an unknown category is rejected by name', async () => {
    expect(await report('a-4', { category: 'gbt30428.2-2013:event:9999' })).toMatchObject({
      status: 'rejected',
      code: 'unknown-category',
      field: 'category',
    });
  });
});

describe('a case', () => {
  it('goes through its stages, with explained clocks, a timeline and an audit line for every act', async () => {
    const reporter = { name: '王小丫', phone: '13812345678' };
    const number = await numberOf('b-1', { category: 'gbt30428.2-2013:event:0110', conditionNo: 1, reporter });
    const address = `/api/v1/cases/${number}/moves`;
    const before = await answerOf<CaseDetailAnswer>('getCase', await ask('operator', `/api/v1/cases/${number}`));
    expect(before).toMatchObject({ summary: { phase: 'accept' }, reporter, reporterMasked: false });
    expect(before.legal).toContain('accept');
    const accept = { requestId: 'm1', expected: before.summary.moveVersion, move: { move: 'accept' } };
    const done = await answerOf('moveCase', await ask('operator', address, accept));
    expect(await answerOf('moveCase', await ask('operator', address, accept))).toEqual(done);
    const late = await ask('duty', address, { ...accept, requestId: 'm2' });
    expect(await late.json()).toMatchObject({ status: 409, code: 'version-conflict', other: { name: 'operator' } });
    const illegal = await ask('duty', address, { requestId: 'm3', move: { move: 'close' } });
    expect(await illegal.json()).toMatchObject({
      status: 409,
      code: 'illegal-move',
      legal: expect.arrayContaining(['void']),
    });
    const after = await answerOf<CaseDetailAnswer>('getCase', await ask('leader', `/api/v1/cases/${number}`));
    expect(after.timeline.map(({ type }) => type)).toEqual(['reported', 'accepted']);
    expect(after.clocks.at(-1)?.steps.length).toBeGreaterThan(1);
    expect(after).toMatchObject({ reporter: { name: '王**', phone: '138****5678' }, reporterMasked: true });
    const { rows } = await server.pool.query('SELECT act, result FROM audit_line WHERE subject = $1 ORDER BY no', [
      number,
    ]);
    expect(rows).toEqual([
      // The operator saw who reported it, and it was read again within the same reading or masked.
      { act: 'case.reporter', result: 'done' },
      { act: 'case.accept', result: 'done' },
      { act: 'case.accept', result: 'done' },
      { act: 'case.accept', result: 'refused' },
      { act: 'case.close', result: 'refused' },
    ]);
  });

  it('of another district is not there for a district account', async () => {
    const number = await numberOf('b-2');
    expect((await ask('nankai', `/api/v1/cases/${number}`)).status).toBe(404);
    const move = { requestId: 'x', move: { move: 'comment', text: '?' } };
    expect((await ask('nankai', `/api/v1/cases/${number}/moves`, move)).status).toBe(404);
    const listed = await answerOf<CasesAnswer>('listCases', await ask('nankai', '/api/v1/cases?limit=500'));
    expect(listed.cases.length).toBeGreaterThan(0);
    expect(new Set(listed.cases.map(({ place }) => place.districtCode))).toEqual(new Set(['120104']));
  });

  it('that is run elsewhere is told in any order', async () => {
    const dueAt = Date.now() + 86_400_000;
    const number = await numberOf('t-1', { conduct: 'told', category: 'boston311:event:Street/Pothole', dueAt });
    const told = (eventId: string, minutesAgo: number, phase: string) => ({
      eventId,
      caseSourceId: 't-1',
      at: Date.now() - minutesAgo * 1000,
      type: 'told',
      phase,
    });
    const events = [told('closed', 10, 'closed'), told('started', 20, 'dispose'), told('closed', 10, 'closed')];
    const answer = (await (await ask(hotlineKey, '/api/v1/case-events', events)).json()) as BatchAnswer;
    expect(answer.results.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'duplicate']);
    const detail = await answerOf<CaseDetailAnswer>('getCase', await ask('duty', `/api/v1/cases/${number}`));
    expect(detail.summary).toMatchObject({ phase: 'closed', conduct: 'told' });
    const strange = [{ ...told('x', 1, 'closed'), caseSourceId: 'nobody' }];
    expect(await (await ask(hotlineKey, '/api/v1/case-events', strange)).json()).toMatchObject({
      code: 'all-rejected',
      results: [{ code: 'unknown-case' }],
    });
  });
});

describe('lists', () => {
  it('come page by page, each case once, newest first', async () => {
    const items = Array.from({ length: 25 }, (_, index) => ({
      sourceId: `page-${index}`,
      reportedAt: Date.now() - 1000,
      position: nankai,
      address: '翻页路',
    }));
    await ask(hotlineKey, '/api/v1/reports', items);
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const query = `/api/v1/cases?source=hotline&place=120104&open=true&text=${encodeURIComponent('翻页')}&limit=10${more}`;
      const page: CasesAnswer = await answerOf<CasesAnswer>('listCases', await ask('duty', query));
      seen.push(...page.cases.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(25);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  });

  it('answer in the shape that the document promises', async () => {
    await answerOf('listAlerts', await ask('duty', '/api/v1/alerts'));
    await answerOf('listTeams', await ask('duty', '/api/v1/teams'));
    await answerOf('getFigures', await ask('duty', '/api/v1/figures'));
    await answerOf('getFigures', await ask('nankai', '/api/v1/figures'));
    await answerOf('getDictionary', await ask('duty', '/api/v1/dictionary'));
    const { places } = await answerOf<{ places: { code: string }[] }>(
      'listPlaces',
      await ask('duty', '/api/v1/places?level=district&geometry=1'),
    );
    expect(places).toHaveLength(16);
    const located = await ask('duty', `/api/v1/locate?lon=${heping.lon}&lat=${heping.lat}`);
    expect(await answerOf('locate', located)).toMatchObject({ place: { inside: true, districtCode: '120101' } });
    const sea = await ask('duty', '/api/v1/locate?lon=119.5&lat=38.5');
    expect(await answerOf('locate', sea)).toMatchObject({ place: { inside: false, districtCode: null } });
    await answerOf('getReady', await fetch(`${server.url}/readyz`));
    await answerOf('getLive', await fetch(`${server.url}/healthz`));
    expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(/citywall_projection_drift\{[^}]*\} 0/);
  });
});

describe('positions', () => {
  it('of teams that are not on the roster are rejected by index', async () => {
    const fix = { team: 'NOBODY', ...heping, at: Date.now() - 1000, heading: null, speed: null };
    const refused = await ask(hotlineKey, '/api/v1/positions', encodeFixes([fix]));
    expect(await refused.json()).toMatchObject({ status: 422, results: [{ index: 0, code: 'unknown-team' }] });
  });

  it('are kept for those that are', async () => {
    const fix = { team: 'C-1', ...heping, at: Date.now() - 1000, heading: 90, speed: 1.5 };
    await answerOf('postPositions', await ask(hotlineKey, '/api/v1/positions', encodeFixes([fix])), 202);
    const listed = await answerOf<{ teams: { code: string; fix: unknown }[] }>(
      'listTeams',
      await ask('duty', '/api/v1/teams'),
    );
    expect(listed.teams.find(({ code }) => code === 'C-1')?.fix).toMatchObject({ heading: 90, speed: 1.5, at: fix.at });
  });
});
