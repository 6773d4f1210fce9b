import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepIngestKey, randomKey } from '#adapters/auth/keys.ts';
import { MOST_LOOKED_AT } from '#adapters/postgres/history/history-store.ts';
import type { AlertRow } from '#wire/figures.ts';
import type { HistoryAnswer } from '#wire/http/history.ts';
import { TestServer } from './test-server.ts';

const sourceKey = randomKey('source');
const HOUR = 3_600_000;

let server: TestServer;
let first: AlertRow;
let second: AlertRow;

beforeAll(async () => {
  server = await TestServer.start(async (pool) => {
    await pool.query(
      `INSERT INTO source (id, name_zh, name_en, simulated, beat_seconds) VALUES ('hotline', '热线', 'Hotline', FALSE, 60)`,
    );
    await keepIngestKey(pool, { id: 'hotline-1', sourceId: 'hotline', key: sourceKey, scope: '120000' });
  });
  await server.person('zhou', 'duty-officer', '120000', null, '周岚');
  await server.person('han', 'dispatcher', '120000', null, '韩雪');
  await server.person('nankai', 'duty-officer', '120104', null, '南开');
  await server.person('office', 'department', '120101', '120101-sanitation');
  first = await lateAlert('one');
  second = await lateAlert('two');
  await ask('zhou', `/api/v1/alerts/${first.id}/take`, {});
  await ask('han', `/api/v1/alerts/${second.id}/shelve`, { reason: '=备件未到', until: Date.now() + HOUR });
  await move('zhou', first.caseNumber, { move: 'comment', text: '已联系报告人' });
  await move('zhou', first.caseNumber, { move: 'accept' });
});
afterAll(() => server?.stop());

async function ask<Answer>(as: string, path: string, body?: unknown): Promise<{ status: number; body: Answer }> {
  const answer = await server.ask(as, path, body);
  return { status: answer.status, body: (await answer.json()) as Answer };
}

async function move(as: string, number: string, what: { move: string; [name: string]: unknown }): Promise<void> {
  const asked = { requestId: `${number}-${what.move}`, move: what };
  expect((await ask(as, `/api/v1/cases/${number}/moves`, asked)).status).toBe(200);
}

/** A case whose acceptance is late already, with its alert. */
async function lateAlert(sourceId: string): Promise<AlertRow> {
  const reportedAt = new Date(Date.now() - 2 * HOUR).toISOString();
  const item = { sourceId, reportedAt, reporter: { name: '张三', phone: '13800000000' } };
  const answer = await ask<{ results: { caseNumber: string }[] }>(sourceKey, '/api/v1/reports', [item]);
  const number = answer.body.results[0]?.caseNumber;
  return vi.waitFor(async () => {
    const { body } = await ask<{ alerts: AlertRow[] }>('zhou', '/api/v1/alerts');
    const found = body.alerts.find((one) => one.caseNumber === number && one.threshold === 'timeout');
    if (found === undefined) throw new Error('no alert yet');
    return found;
  }, 15_000);
}

async function search(query: Record<string, string>, as = 'zhou'): Promise<HistoryAnswer> {
  const { status, body } = await ask<HistoryAnswer>(as, `/api/v1/history?${new URLSearchParams(query).toString()}`);
  expect(status).toBe(200);
  return body;
}
const said = ({ lines }: HistoryAnswer) => lines.map(({ what, by, caseNumber }) => [what, by.name, caseNumber]);

describe('the history of a running server', () => {
  it('tells what happened to alerts, newest first, by whom, and how it ended', async () => {
    const all = await search({ kind: 'alerts' });
    const instants = all.lines.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort((a, b) => b - a));
    const { lines } = await search({ kind: 'alerts', case: first.caseNumber, threshold: 'timeout' });
    expect(lines.map(({ what, result, by }) => [what, result, by.kind])).toEqual([
      ['resolved', 'moved-on', 'system'],
      ['taken', null, 'person'],
      ['raised', null, 'system'],
    ]);
    expect(lines[1]?.alert).toEqual({ id: first.id, threshold: 'timeout', dueAt: first.dueAt });
    expect((await search({ kind: 'alerts', what: 'shelved' })).lines).toMatchObject([{ said: '=备件未到' }]);
  });

  it('finds acts by the beginning of a name, by kind, case and time', async () => {
    expect(said(await search({ kind: 'acts', who: '周' }))).toEqual([
      ['accepted', '周岚', first.caseNumber],
      ['commented', '周岚', first.caseNumber],
    ]);
    expect(said(await search({ kind: 'acts', who: '周岚', what: 'commented' }))).toHaveLength(1);
    expect(said(await search({ kind: 'alerts', who: '韩' }))).toEqual([['shelved', '韩雪', second.caseNumber]]);
    expect(said(await search({ kind: 'acts', who: '无' }))).toEqual([]);
    expect(said(await search({ kind: 'acts', case: 'E-none' }))).toEqual([]);
    const before = String(Date.now() - HOUR);
    expect(said(await search({ kind: 'acts', until: before })).map(([what]) => what)).toEqual(['reported', 'reported']);
    expect(said(await search({ kind: 'acts', what: 'reported', since: before }))).toEqual([]);
  });

  it('goes on page by page with none twice and none left out', async () => {
    const whole = await search({ kind: 'acts' });
    const found: number[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 9; page += 1) {
      const asked: Record<string, string> = { kind: 'acts', limit: '1', ...(cursor !== null && { cursor }) };
      const answer: HistoryAnswer = await search(asked);
      found.push(...answer.lines.map(({ position }) => position));
      cursor = answer.nextCursor;
      if (cursor === null) break;
    }
    expect(found).toEqual(whole.lines.map(({ position }) => position));
    expect((await ask('zhou', '/api/v1/history?kind=acts&cursor=eA')).status).toBe(400);
  });

  it('never tells who reported a case, nor another district’s cases', async () => {
    const lines = JSON.stringify(await search({ kind: 'acts' }));
    expect(lines).not.toContain('张三');
    expect(lines).not.toContain('13800000000');
    expect((await search({ kind: 'acts' }, 'nankai')).lines).toEqual([]);
    expect((await ask('nankai', '/api/v1/history?kind=acts&place=120101')).status).toBe(403);
    expect((await ask('office', '/api/v1/history?kind=acts')).status).toBe(403);
  });

  it('leaves the platform as a table within reach, and that is written down', async () => {
    const answer = await server.ask('zhou', '/api/v1/history/export?kind=alerts&what=shelved&format=csv&lang=en');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const [head, line, end] = (await answer.text()).split('\r\n');
    expect(head).toContain('At,No.,Kind,What,By,Case');
    expect(line).toContain(`alerts,shelved,韩雪,${second.caseNumber}`);
    // Typed text never becomes a formula.
    expect(line).toContain("'=备件未到");
    expect(end).toBe('');
    const sheet = await server.ask('zhou', '/api/v1/history/export?kind=acts&format=xlsx');
    expect(new Uint8Array(await sheet.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    const { rows } = await server.pool.query<{ detail: { lines: number } }>(
      `SELECT detail FROM audit_line WHERE act = 'history.export' ORDER BY no`,
    );
    expect(rows.map(({ detail }) => detail.lines > 0)).toEqual([true, true]);
  });

  it('looks back through a bounded stretch and says how far', async () => {
    const old = Date.now() - 100 * HOUR;
    await server.pool.query(
      `INSERT INTO log_entry (position, recorded_at, case_id, kind, event_id, type, at, actor_kind, actor_id, actor_name, data)
       SELECT 1000000 + n, now(), (SELECT id FROM city_case WHERE number = $1), 'case', 'made-' || n, 'commented',
         to_timestamp($2::float8 / 1000) + n * interval '1 millisecond', 'person', 'x', '批量', '{}'
       FROM generate_series(1, $3::int) AS n`,
      [first.caseNumber, old, MOST_LOOKED_AT + 10],
    );
    const page = await search({ kind: 'acts', category: 'no-such-category', until: String(old + HOUR) });
    expect(page.lines).toEqual([]);
    // The newest 20,000 of 20,010 lines were looked at: it stopped ten milliseconds after the first.
    expect(page.lookedBackTo).toBe(old + 11);
    expect(page.nextCursor).not.toBeNull();
    const rest = {
      kind: 'acts',
      category: 'no-such-category',
      until: String(old + HOUR),
      cursor: page.nextCursor ?? '',
    };
    expect(await search(rest)).toEqual({ lines: [], nextCursor: null, lookedBackTo: null });
  });
});
