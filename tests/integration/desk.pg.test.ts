import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepIngestKey, randomKey } from '#adapters/auth/keys.ts';
import { readAlertLives } from '#adapters/postgres/alerts/alert-lives.ts';
import { DEFAULT_LOAD_LIMITS } from '#domain/alert/load-limits.ts';
import type { AlertRow } from '#wire/figures.ts';
import type { DeskViewAnswer } from '#wire/http/desk.ts';
import { TestServer } from './test-server.ts';

const sourceKey = randomKey('source');
const HOUR = 3_600_000;

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
  await server.person('han', 'dispatcher');
});
afterAll(() => server?.stop());

async function ask<Answer>(as: string, path: string, body?: unknown): Promise<{ status: number; body: Answer }> {
  const answer = await server.ask(as, path, body);
  return { status: answer.status, body: (await answer.json()) as Answer };
}

/** A case whose acceptance is late already, with its alert. */
async function lateAlert(sourceId: string): Promise<AlertRow> {
  const item = { sourceId, reportedAt: new Date(Date.now() - 2 * HOUR).toISOString() };
  const answer = await ask<{ results: { caseNumber: string }[] }>(sourceKey, '/api/v1/reports', [item]);
  const number = answer.body.results[0]?.caseNumber;
  return vi.waitFor(async () => {
    const { body } = await ask<{ alerts: AlertRow[] }>('duty', '/api/v1/alerts');
    const found = body.alerts.find((one) => one.caseNumber === number && one.threshold === 'timeout');
    if (found === undefined) throw new Error('no alert yet');
    return found;
  }, 15_000);
}

const alertNow = async (id: number): Promise<AlertRow | undefined> =>
  (await ask<{ alerts: AlertRow[] }>('duty', '/api/v1/alerts')).body.alerts.find((one) => one.id === id);

describe('the desk of a running server', () => {
  it('shelves an alert with reason and end, for all to see, and brings it back when anybody asks', async () => {
    const { id } = await lateAlert('shelf');
    const path = `/api/v1/alerts/${id}/shelve`;
    const until = Date.now() + HOUR;
    expect((await ask('duty', path, { reason: '', until })).status).toBe(422);
    expect((await ask('duty', path, { reason: '备件未到', until: Date.now() + 25 * HOUR })).status).toBe(422);
    expect((await ask('admin', path, { reason: '备件未到', until })).status).toBe(403);
    expect((await ask('duty', path, { reason: '备件未到', until })).status).toBe(200);
    await vi.waitFor(async () =>
      expect(await alertNow(id)).toMatchObject({
        status: 'shelved',
        shelved: { until, byName: 'duty', reason: '备件未到' },
      }),
    );
    expect((await ask('han', `/api/v1/alerts/${id}/release`, {})).status).toBe(200);
    await vi.waitFor(async () => expect(await alertNow(id)).toMatchObject({ status: 'open', shelved: null }));
  });

  it('returns an alert whose shelf has come to its end by itself', async () => {
    const { id } = await lateAlert('end');
    const until = Date.now() + 1_500;
    expect((await ask('duty', `/api/v1/alerts/${id}/shelve`, { reason: '稍候', until })).status).toBe(200);
    await vi.waitFor(
      async () =>
        expect(await alertNow(id)).toMatchObject({ status: 'open', returned: { why: 'shelf-end', fromName: 'duty' } }),
      10_000,
    );
  });

  it('tells at a start what became of the alerts of the last day', async () => {
    const { id, dueAt } = await lateAlert('lives');
    const lives = await readAlertLives(server.pool, Date.now() - 24 * HOUR);
    expect(lives.find((one) => one.id === id)).toMatchObject({ dueAt, resolvedAt: null, threshold: 'timeout' });
    expect(await readAlertLives(server.pool, Date.now())).toEqual([]);
  });

  it('keeps views of the queue, one’s own and shared', async () => {
    const filter = { view: 'untaken', text: '园林', district: '120101', stage: null, grouping: 'holder' };
    const kept = await ask<DeskViewAnswer>('duty', '/api/v1/desk-views/v1', { name: '园林', shared: true, filter });
    expect(kept).toMatchObject({ status: 200, body: { id: 'v1', mine: true, owner: 'duty', filter } });
    await ask('duty', '/api/v1/desk-views/v2', { name: '自己的', shared: false, filter });
    const list = async (as: string) => (await ask<{ views: DeskViewAnswer[] }>(as, '/api/v1/desk-views')).body.views;
    expect((await list('han')).map(({ name, mine }) => [name, mine])).toEqual([['园林', false]]);
    expect((await ask('han', '/api/v1/desk-views/v1', { name: 'x', shared: true, filter })).status).toBe(404);
    expect((await ask('han', '/api/v1/desk-views/v1/remove', {})).body).toEqual({ removed: false });
    expect((await ask('duty', '/api/v1/desk-views/v1/remove', {})).body).toEqual({ removed: true });
    expect((await list('duty')).map(({ name }) => name)).toEqual(['自己的']);
  });

  it('lets the administrator set the limits of load, and writes it down', async () => {
    expect((await ask('duty', '/api/v1/load-limits')).body).toEqual(DEFAULT_LOAD_LIMITS);
    expect((await ask('duty', '/api/v1/load-limits', { returnMinutes: 20 })).status).toBe(403);
    expect((await ask('admin', '/api/v1/load-limits', { returnMinutes: -1 })).status).toBe(422);
    const changed = await ask('admin', '/api/v1/load-limits', { returnMinutes: 20 });
    expect(changed).toMatchObject({ status: 200, body: { ...DEFAULT_LOAD_LIMITS, returnMinutes: 20 } });
    const { rows } = await server.pool.query<{ detail: unknown }>(
      `SELECT detail FROM audit_line WHERE act = 'load-limits.change'`,
    );
    expect(rows).toHaveLength(1);
    expect((await ask('admin', '/api/v1/load-limits', { calmBelow: 11 })).status).toBe(422);
    expect((await ask('admin', '/api/v1/load-limits', { chatteringTimes: 2.5 })).status).toBe(422);
    expect((await ask('duty', '/api/v1/load-limits/changes')).status).toBe(403);
    expect((await ask('admin', '/api/v1/load-limits/changes')).body).toMatchObject({
      changes: [{ by: 'admin', values: [{ name: 'returnMinutes', was: 30, is: 20 }] }],
    });
  });
});
