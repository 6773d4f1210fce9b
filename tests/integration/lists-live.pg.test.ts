import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepIngestKey, randomKey } from '#adapters/auth/keys.ts';
import { createDatabase } from '#adapters/postgres/client.ts';
import type { Dictionary } from '#wire/dictionary.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import type { ListPreviewAnswer } from '#wire/http/lists.ts';
import type { Problem } from '#wire/http/problem.ts';
import { composeLists } from '../../server/compose/lists.ts';
import { TestServer } from './test-server.ts';

const sourceKey = randomKey('source');
const COVER = 'gbt30428.2-2013:component:0101';
const STATION = 'gbt30428.2-2013:component:0199';
const HANDBOOK = `类型,代码,小类,立案条件,结案条件,处置时限
部件,0101,上水井盖,井盖不见了,盖好,3紧急工作时
部件,0199,爱心驿站,设施破损,修好,2工作日
`;

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start(async (pool) => {
    await pool.query(
      `INSERT INTO source (id, name_zh, name_en, simulated, beat_seconds) VALUES ('hotline', '热线', 'Hotline', FALSE, 60)`,
    );
    await keepIngestKey(pool, { id: 'hotline-1', sourceId: 'hotline', key: sourceKey, scope: '120000' });
  });
  await server.person('admin', 'administrator');
  await server.person('duty', 'duty-officer');
});
afterAll(() => server?.stop());

/** Text goes as a file. */
async function ask<Answer>(as: string, path: string, body?: unknown): Promise<Answer> {
  const file = typeof body === 'string';
  const response = await (file ? server.send(as, path, body, 'application/octet-stream') : server.ask(as, path, body));
  return (await response.json()) as Answer;
}

const dictionary = (): Promise<Dictionary> => ask('admin', '/api/v1/dictionary');

async function bring(kind: string, file: string): Promise<void> {
  const preview = await ask<ListPreviewAnswer>('admin', `/api/v1/lists/${kind}/preview?name=h.csv`, file);
  expect(preview).toMatchObject({ applicable: true });
  await ask('admin', `/api/v1/lists/${kind}?name=h.csv&basis=${preview.basis}`, file);
}

async function acceptedCase(sourceId: string): Promise<string> {
  const item = { sourceId, reportedAt: new Date(Date.now() - 60_000).toISOString(), category: COVER };
  const answer = await ask<{ results: { caseNumber: string }[] }>(sourceKey, '/api/v1/reports', [item]);
  const number = answer.results[0]?.caseNumber ?? '';
  await move(number, { move: 'accept' });
  return number;
}

const move = (number: string, made: object): Promise<Problem> =>
  ask('duty', `/api/v1/cases/${number}/moves`, {
    requestId: `${number}${JSON.stringify(made)}`.slice(0, 60),
    move: made,
  });

describe('a running server', () => {
  it('files by a new handbook at once, and cases filed before keep what they were filed with', async () => {
    const before = await dictionary();
    const old = await acceptedCase('old');
    await move(old, { move: 'file', categoryKey: COVER, conditionNo: 1 });
    await bring('catalogue', HANDBOOK);
    await bring('handbook', HANDBOOK);

    const after = await dictionary();
    expect(after.version).not.toBe(before.version);
    const ordinals = (of: Dictionary): string[] => of.categories.map(({ key }) => key);
    expect(ordinals(after)).toEqual([...ordinals(before), STATION]);
    // No English name was given, so the Chinese stands in for it.
    expect(after.categories.at(-1)).toMatchObject({ key: STATION, nameEn: '爱心驿站', attested: 'own' });
    const conditions = after.categories.find(({ key }) => key === COVER)?.conditions ?? [];
    expect(conditions.filter(({ retired }) => !retired)).toEqual([
      expect.objectContaining({ no: 5, zh: '井盖不见了', limit: { value: 3, unit: 'urgent-hour' } }),
    ]);

    const filed = await acceptedCase('new');
    const refused = await move(filed, { move: 'file', categoryKey: COVER, conditionNo: 1 });
    expect(refused.detail).toContain('no filing condition 1');
    await move(filed, { move: 'file', categoryKey: STATION, conditionNo: 1 });
    const limitOf = async (number: string) =>
      (
        await server.pool.query<{ limit: unknown }>(
          `SELECT state->'disposalLimit' AS limit FROM city_case WHERE number = $1`,
          [number],
        )
      ).rows[0]?.limit;
    expect(await limitOf(old)).toEqual({ value: 2, unit: 'urgent-hour' });
    expect(await limitOf(filed)).toEqual({ value: 2, unit: 'working-day' });
    const detail = await ask<CaseDetailAnswer>('duty', `/api/v1/cases/${old}`);
    expect(detail.summary).toMatchObject({ categoryKey: COVER, conditionNo: 1 });
    // The live picture counts by the new ordinals.
    const figures = await ask<{ categories: { key: string; open: number }[] }>('admin', '/api/v1/figures?place=120000');
    expect(figures.categories).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: STATION, open: 1 }),
        expect.objectContaining({ key: COVER, open: 1 }),
      ]),
    );
  });

  it('takes up what a tool or another server has brought', async () => {
    const before = (await dictionary()).version;
    const other = createDatabase(server.database.url, { max: 1 });
    await composeLists(other).find('handbook')?.undo('1', { kind: 'system', id: 'tool', name: 'tool' });
    await other.close();
    await vi.waitFor(async () => expect((await dictionary()).version).not.toBe(before), {
      timeout: 15_000,
      interval: 200,
    });
    const cover = (await dictionary()).categories.find(({ key }) => key === COVER);
    expect(cover?.conditions?.filter(({ retired }) => !retired).map(({ no }) => no)).toEqual([1, 2, 3, 4]);
  });

  it('keeps the lists from everybody but the administrator, and writes down what was done', async () => {
    expect(await ask<Problem>('duty', '/api/v1/lists')).toMatchObject({ status: 403 });
    const { rows } = await server.pool.query(
      `SELECT act, subject, result FROM audit_line WHERE act LIKE 'list.%' ORDER BY id`,
    );
    expect(rows).toEqual([
      { act: 'list.apply', subject: 'catalogue', result: 'done' },
      { act: 'list.apply', subject: 'handbook', result: 'done' },
    ]);
  });
});
