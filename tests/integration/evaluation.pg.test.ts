import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepIngestKey, randomKey } from '#adapters/auth/keys.ts';
import { createSettingsStore } from '#adapters/postgres/evaluation/settings-store.ts';
import { SettingsBook } from '#application/evaluation/settings-book.ts';
import type { EvaluationAnswer, EvaluationCasesAnswer, SeriesAnswer } from '#wire/http/evaluation.ts';
import { operations, type OperationId } from '#wire/http/operations.ts';
import { TestServer } from './test-server.ts';

const key = randomKey('source');
const heping = { lon: 117.1983, lat: 39.1225 };
const nankai = { lon: 117.15, lat: 39.115 };
const MINUTE = 60_000;

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start(async (pool) => {
    await pool.query(
      `INSERT INTO source (id, name_zh, name_en, simulated, beat_seconds) VALUES ('hotline', '热线', 'Hotline', FALSE, 60)`,
    );
    await keepIngestKey(pool, { id: 'hotline-1', sourceId: 'hotline', key, scope: '120000' });
  });
  await server.person('leader', 'leader', '120000', null);
  await server.person('nankai', 'dispatcher', '120104', null);
  const begun = Date.now() - 60 * MINUTE;
  await ask(key, '/api/v1/reports', [
    { sourceId: 'a', reportedAt: begun, position: heping, channel: 'collector' },
    { sourceId: 'b', reportedAt: begun, position: heping, channel: 'public' },
    { sourceId: 'c', reportedAt: begun, position: nankai, channel: 'collector' },
  ]);
  const moved = await ask(key, '/api/v1/case-events', [
    { eventId: 'a1', caseSourceId: 'a', at: begun + MINUTE, type: 'move', move: { move: 'accept' } },
    {
      eventId: 'a2',
      caseSourceId: 'a',
      at: begun + 30 * MINUTE,
      type: 'move',
      move: { move: 'file', categoryKey: 'gbt30428.2-2013:event:0102', conditionNo: 1 },
    },
    {
      eventId: 'c1',
      caseSourceId: 'c',
      at: begun + MINUTE,
      type: 'move',
      move: { move: 'decline', reason: 'nothing there' },
    },
  ]);
  expect(await moved.json()).toMatchObject({
    results: [{ status: 'accepted' }, { status: 'accepted' }, { status: 'accepted' }],
  });
});
afterAll(() => server?.stop());

const ask = (as: string, path: string, body?: unknown): Promise<Response> => server.ask(as, path, body);

async function answer<Answer>(id: OperationId, as: string, path: string): Promise<Answer> {
  const response = await ask(as, path);
  const value: unknown = await response.json();
  expect({ status: response.status, value }).toMatchObject({ status: 200 });
  const { answer: of } = operations[id];
  if (of.kind === 'json') expect(of.schema.safeParse(value).error).toBeUndefined();
  return value as Answer;
}

const league = (as: string, query: string) =>
  answer<EvaluationAnswer>('getEvaluation', as, `/api/v1/evaluation?${query}`);
const value = (row: EvaluationAnswer['total'] | undefined, id: string) => row?.cells[id]?.value;

describe('evaluation over the API', () => {
  it('counts what was committed within a second or two, by district, and the city is their sum', async () => {
    await expect
      .poll(async () => value((await league('leader', 'span=year&indicators=B01')).total, 'B01'), { timeout: 10_000 })
      .toBe(2);
    const { rows, total } = await league('leader', 'span=year&indicators=B01,B09,B14,R07&leastSample=1');
    const of = (code: string) => rows.find((row) => row.code === code);
    expect(rows.filter(({ role }) => role === 'one')).toHaveLength(16);
    expect([value(of('120101'), 'B01'), value(of('120104'), 'B01'), value(of('120102'), 'B01')]).toEqual([1, 1, 0]);
    for (const id of ['B01', 'B09', 'B14']) {
      expect(rows.reduce((sum, row) => sum + (value(row, id) ?? 0), 0)).toBe(value(total, id));
    }
    expect(value(total, 'B14')).toBe(1);
    // Filed 29 minutes after it was accepted: late by any limit of minutes.
    expect(of('120101')?.cells['R07']).toMatchObject({ value: 0, numerator: 0, denominator: 1, rank: 1, grade: 'E' });
    expect(of('120104')?.cells['R07']).toMatchObject({ value: null, why: 'zero-denominator', rank: null });
  });

  it('keeps a district to itself', async () => {
    const { total, rows } = await league('nankai', 'span=year&indicators=B01&level=district');
    expect(value(total, 'B01')).toBe(1);
    expect(rows.filter(({ role }) => role === 'one').map(({ code }) => code)).toEqual(['120104']);
    expect((await ask('nankai', '/api/v1/evaluation?parent=120101')).status).toBe(403);
    expect((await ask('nankai', '/api/v1/evaluation/cases?indicator=B01&code=120101')).status).toBe(403);
  });

  it('opens a figure to its cases, its course and its definition', async () => {
    const behind = await answer<EvaluationCasesAnswer>(
      'listEvaluationCases',
      'leader',
      '/api/v1/evaluation/cases?indicator=R07&part=denominator&span=year&code=120101',
    );
    expect(behind).toMatchObject({ total: 1, facts: [{ kind: 'file', late: true, phase: 'dispatch' }] });
    const paged = await answer<EvaluationCasesAnswer>(
      'listEvaluationCases',
      'leader',
      '/api/v1/evaluation/cases?indicator=B01&span=year&code=120000&limit=1',
    );
    expect(paged.total).toBe(2);
    const rest = await answer<EvaluationCasesAnswer>(
      'listEvaluationCases',
      'leader',
      `/api/v1/evaluation/cases?indicator=B01&span=year&code=120000&cursor=${paged.nextCursor}`,
    );
    expect(new Set([...paged.facts, ...rest.facts].map(({ number }) => number)).size).toBe(2);
    const series = await answer<SeriesAnswer>(
      'getEvaluationSeries',
      'leader',
      '/api/v1/evaluation/series?indicator=B01&span=year&count=3&code=120101',
    );
    expect(series.points.map(({ cell }) => cell.value)).toEqual([0, 0, 1]);
    await answer('getIndicators', 'leader', '/api/v1/evaluation/indicators?settings=reworkDenominator:closures-due');
  });

  it('gives persons and posts, and spreadsheets', async () => {
    const posts = await league('leader', 'object=post&span=year&indicators=B14,S04');
    expect(posts.rows.map(({ code }) => code)).toContain('duty-officer');
    expect((await league('nankai', 'object=person&span=year&indicators=B01')).rows).toEqual([]);
    // What a feed told without a name is nobody's work: shown, ranked against nobody, and part of the sum.
    const persons = await league('leader', 'object=person&span=year&indicators=B01,B14,R07&leastSample=1');
    const source = persons.rows.find(({ code }) => code === 'hotline');
    expect(source).toMatchObject({ role: 'source', cells: { B01: { value: 2, rank: null } } });
    const city = await league('leader', 'object=place&span=year&indicators=B01,B14');
    for (const id of ['B01', 'B14']) {
      expect(value(persons.total, id)).toBe(value(city.total, id));
      expect(persons.rows.reduce((sum, row) => sum + (value(row, id) ?? 0), 0)).toBe(value(city.total, id));
    }
    const csv = await ask('leader', '/api/v1/evaluation/export?format=csv&span=year&indicators=B14,R07');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(await csv.text()).toContain('和平区');
    const xlsx = await ask('leader', '/api/v1/evaluation/export?format=xlsx&lang=en&span=year');
    expect(new Uint8Array(await xlsx.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  it.each([
    ['indicators=R99', 'indicators'],
    ['span=any', 'from'],
    ['span=day&at=2026-02-30', 'at'],
    ['settings=reworkDenominator:x', 'settings'],
    ['sort=Q1', 'sort'],
  ])('says what is wrong with %s', async (query, field) => {
    const response = await ask('leader', `/api/v1/evaluation?${query}`);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'bad-argument', at: { field } });
  });

  it('goes by the city’s own settings once an administrator has set them; a question’s own still win', async () => {
    const change = { choices: { backlog: 'carried' }, grades: [95, 85, 70, 60], leastSample: 3 };
    expect((await ask('leader', '/api/v1/evaluation/settings', change)).status).toBe(403);
    await server.person('admin', 'administrator', '120000', null);
    const changed = await ask('admin', '/api/v1/evaluation/settings', change);
    expect(await changed.json()).toMatchObject({ ...change, choices: { backlog: 'carried', exempted: 'leaves' } });
    expect((await league('leader', 'indicators=B01')).settings).toMatchObject(change);
    const asked = await league('leader', 'indicators=B01&settings=backlog:once&leastSample=1');
    expect(asked.settings).toMatchObject({ ...change, choices: { backlog: 'once' }, leastSample: 1 });
    const course = await ask('leader', '/api/v1/evaluation/series?indicator=B01');
    expect(await course.json()).toMatchObject({ settings: change });
    for (const wrong of [{ choices: { backlog: 'never' } }, { choices: { no: 'x' } }, { grades: [60, 75, 60, 40] }]) {
      expect((await ask('admin', '/api/v1/evaluation/settings', wrong)).status).toBe(422);
    }
    const lines = await server.pool.query(
      `SELECT detail FROM audit_line WHERE act = 'evaluation.settings' AND result = 'done'`,
    );
    expect(lines.rows).toMatchObject([{ detail: { backlog: 'carried', grades: '95, 85, 70, 60', leastSample: 3 } }]);
    const told = await ask('admin', '/api/v1/evaluation/settings/changes');
    expect(await told.json()).toMatchObject({
      changes: [
        {
          by: 'admin',
          values: expect.arrayContaining([
            { name: 'backlog', was: 'once', is: 'carried' },
            { name: 'grades', was: '90, 75, 60, 40', is: '95, 85, 70, 60' },
            { name: 'leastSample', was: 20, is: 3 },
          ]) as unknown,
        },
      ],
    });
    // What is stored outlives the node; a choice that a release no longer knows falls back to its default.
    await server.pool.query(
      `UPDATE indicator_setting SET document = jsonb_set(document, '{choices,exempted}', '"gone"')`,
    );
    const book = new SettingsBook(createSettingsStore(server.pool));
    await book.read();
    expect(book.current).toMatchObject({ ...change, choices: { backlog: 'carried', exempted: 'leaves' } });
  });
});
