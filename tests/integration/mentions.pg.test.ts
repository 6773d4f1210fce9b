import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepIngestKey, randomKey } from '#adapters/auth/keys.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import type { MentionsAnswer, PersonAnswer } from '#wire/http/mention.ts';
import { TestServer } from './test-server.ts';

const sourceKey = randomKey('source');

let server: TestServer;
let number: string;

beforeAll(async () => {
  server = await TestServer.start(async (pool) => {
    await pool.query(
      `INSERT INTO source (id, name_zh, name_en, simulated, beat_seconds) VALUES ('hotline', '热线', 'Hotline', FALSE, 60)`,
    );
    await pool.query(
      `INSERT INTO department (code, kind, trade, name_zh, name_en) VALUES ('d-park', 'department', 'greening', '园林局', 'Parks')`,
    );
    await keepIngestKey(pool, { id: 'hotline-1', sourceId: 'hotline', key: sourceKey, scope: '120000' });
  });
  await server.person('duty', 'duty-officer');
  await server.person('wangfang', 'dispatcher', '120000', null, '王芳');
  await server.person('heping', 'duty-officer', '120101', null, '和平值班');
  await server.person('park', 'department', '120000', 'd-park', '园林老李');
  await server.person('auditor', 'auditor');
  const item = { sourceId: 'mention', reportedAt: new Date().toISOString() };
  const answer = await ask<{ results: { caseNumber: string }[] }>(sourceKey, '/api/v1/reports', [item]);
  number = answer.body.results[0]?.caseNumber ?? '';
});
afterAll(() => server?.stop());

async function ask<Answer>(as: string, path: string, body?: unknown): Promise<{ status: number; body: Answer }> {
  const answer = await server.ask(as, path, body);
  return { status: answer.status, body: (await answer.json()) as Answer };
}

const people = async (as: string, text: string): Promise<readonly PersonAnswer[]> =>
  (await ask<{ people: PersonAnswer[] }>(as, `/api/v1/cases/${number}/people?text=${encodeURIComponent(text)}`)).body
    .people;
const idOf = async (username: string): Promise<string> => {
  const { rows } = await server.pool.query<{ id: string }>('SELECT id FROM account WHERE username = $1', [username]);
  return rows[0]?.id ?? '';
};
const comment = (as: string, requestId: string, mentions: readonly string[]) =>
  ask<{ message?: string }>(as, `/api/v1/cases/${number}/moves`, {
    requestId,
    move: { move: 'comment', text: '@王芳 请看现场', mentions },
  });

describe('a comment that names somebody', () => {
  it('offers who may see the case, by name or user name, and nobody else', async () => {
    expect((await people('duty', '')).map(({ username }) => username)).toEqual(['wangfang']);
    expect(await people('duty', '王')).toMatchObject([{ username: 'wangfang', name: '王芳', role: 'dispatcher' }]);
    expect((await people('duty', 'WANG')).map(({ name }) => name)).toEqual(['王芳']);
    expect(await people('duty', '园林')).toEqual([]);
    expect(await people('duty', '%')).toEqual([]);
    expect((await ask('auditor', `/api/v1/cases/${number}/people`)).status).toBe(403);
    expect((await ask('heping', `/api/v1/cases/${number}/people`)).status).toBe(404);
  });

  it('keeps whom it names by account, tells them, and remembers what they read', async () => {
    const wang = await idOf('wangfang');
    expect((await comment('duty', 'm1', [wang])).status).toBe(200);
    const list = async (as: string) => (await ask<MentionsAnswer>(as, '/api/v1/mentions')).body;
    const told = await list('wangfang');
    expect(told).toMatchObject({
      unread: 1,
      mentions: [{ caseNumber: number, by: { name: 'duty' }, text: '@王芳 请看现场', readAt: null }],
    });
    expect(await list('duty')).toEqual({ unread: 0, mentions: [] });
    const { body: detail } = await ask<CaseDetailAnswer>('duty', `/api/v1/cases/${number}`);
    expect(detail.timeline.at(-1)?.data).toMatchObject({ mentions: [wang] });

    const read = { mentions: told.mentions.map(({ caseId, eventId }) => ({ caseId, eventId })) };
    expect((await ask<{ read: number }>('duty', '/api/v1/mentions/read', read)).body.read).toBe(0);
    expect((await ask<{ read: number }>('wangfang', '/api/v1/mentions/read', read)).body.read).toBe(1);
    expect((await ask<{ read: number }>('wangfang', '/api/v1/mentions/read', read)).body.read).toBe(0);
    expect(await list('wangfang')).toMatchObject({ unread: 0, mentions: [{ readAt: expect.any(Number) as number }] });
  });

  it('is refused with why where somebody may not see the case, and nothing of it is kept', async () => {
    for (const username of ['heping', 'park', 'auditor']) {
      const refused = await comment('duty', `r-${username}`, [await idOf(username)]);
      expect(refused.status, username).toBe(422);
    }
    expect((await comment('duty', 'r-none', ['nobody'])).status).toBe(422);
    const { body: detail } = await ask<CaseDetailAnswer>('duty', `/api/v1/cases/${number}`);
    expect(detail.timeline.filter(({ type }) => type === 'commented')).toHaveLength(1);
  });

  it('is written down with whom it names', async () => {
    const wang = await idOf('wangfang');
    await vi.waitFor(async () => {
      const { rows } = await server.pool.query<{ detail: { mentions?: string } }>(
        `SELECT detail FROM audit_line WHERE act = 'case.comment' AND result = 'done'`,
      );
      expect(rows.map(({ detail }) => detail.mentions)).toEqual([wang]);
    });
  });
});
