import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepIngestKey, randomKey } from '#adapters/auth/keys.ts';
import type { AlertRow } from '#wire/figures.ts';
import type { ClaimResult, HandoverAnswer, HandoverContent, HandoverHead } from '#wire/http/handover.ts';
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
  for (const name of ['zhou', 'han', 'li', 'qin']) await server.person(name, 'duty-officer');
  await server.person('admin', 'administrator');
  await server.person('auditor', 'auditor');
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
    const { body } = await ask<{ alerts: AlertRow[] }>('zhou', '/api/v1/alerts');
    const found = body.alerts.find((one) => one.caseNumber === number && one.threshold === 'timeout');
    if (found === undefined) throw new Error('no alert yet');
    return found;
  }, 15_000);
}

const take = (as: string, id: number) => ask(as, `/api/v1/alerts/${id}/take`, {});
const move = async (as: string, number: string, what: { move: string; [name: string]: unknown }): Promise<void> => {
  const asked = { requestId: `${number}-${what.move}`, move: what };
  expect((await ask(as, `/api/v1/cases/${number}/moves`, asked)).status).toBe(200);
};

/** What the desk sees has come into the picture from the log. */
const holds = async (id: number, by: string): Promise<void> => {
  await vi.waitFor(async () => {
    const { body } = await ask<{ alerts: AlertRow[] }>('zhou', '/api/v1/alerts');
    expect(body.alerts.find((one) => one.id === id)?.takenByName).toBe(by);
  });
};

describe('a handover of a running server', () => {
  it('is written from the picture and the log, signed by two, and says what became of its lines', async () => {
    const [one, two, three] = [await lateAlert('one'), await lateAlert('two'), await lateAlert('three')];
    for (const { id } of [one, two, three]) await take('zhou', id);
    for (const { id } of [one, two, three]) await holds(id, 'zhou');
    await move('zhou', two.caseNumber, { move: 'urge', note: '请先看现场' });
    await move('han', three.caseNumber, {
      move: 'supervise',
      level: 1,
      reason: '群众多次反映',
      replyBy: Date.now() + HOUR,
    });

    // Supervision has brought it back to all.
    await take('zhou', three.id);
    await holds(three.id, 'zhou');

    const { body: draft } = await ask<HandoverContent>('zhou', '/api/v1/handover');
    expect(draft).toMatchObject({ scope: '120000', sinceWhat: 'hours', remark: '', leaver: { name: 'zhou' } });
    expect(draft.counts).toMatchObject({ reported: 3, timedOut: 3, closed: 0 });
    expect(draft.promises.items.map(({ kind, what }) => [kind, what])).toEqual([
      ['reply', '群众多次反映'],
      ['urge', '请先看现场'],
    ]);

    const made = await ask<HandoverAnswer>('zhou', '/api/v1/handovers/h1', { remark: '有雨' });
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({ comes: null, sound: true, mine: true, content: { remark: '有雨' } });
    const again = await ask<HandoverAnswer>('zhou', '/api/v1/handovers/h1', { remark: '别的' });
    expect(again.body).toMatchObject({ hash: made.body.hash, content: { remark: '有雨' } });

    const { hash } = made.body;
    expect((await ask('zhou', '/api/v1/handovers/h1/sign', { hash })).status).toBe(403);
    expect((await ask('han', '/api/v1/handovers/h1/sign', { hash: 'f'.repeat(64) })).status).toBe(409);
    const both = await Promise.all(['han', 'li'].map((name) => ask(name, '/api/v1/handovers/h1/sign', { hash })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = both[0]?.status === 200 ? 'han' : 'li';
    const { body: list } = await ask<{ handovers: HandoverHead[] }>('qin', '/api/v1/handovers');
    expect(list.handovers).toMatchObject([{ id: 'h1', leaves: { name: 'zhou' }, comes: { name: winner } }]);

    // One is settled before it is taken over, one is another's meanwhile.
    await move('zhou', one.caseNumber, { move: 'accept' });
    await ask('zhou', `/api/v1/alerts/${two.id}/release`, {});
    await take('qin', two.id);
    await holds(two.id, 'qin');
    const claims = { alerts: [one.id, two.id, three.id] };
    const results = async () =>
      (await ask<{ results: ClaimResult[] }>(winner, '/api/v1/handovers/h1/claims', claims)).body.results;
    expect((await results()).map(({ result, by }) => [result, by])).toEqual([
      ['over', null],
      ['another', 'qin'],
      ['passed', null],
    ]);
    expect((await results()).map(({ result }) => result)).toEqual(['over', 'another', 'had']);
    await holds(three.id, winner);
    expect((await ask('qin', '/api/v1/handovers/h1/claims', claims)).status).toBe(403);

    const { body: now } = await ask<HandoverAnswer>(winner, '/api/v1/handovers/h1');
    const became = Object.fromEntries(now.now.became.map(({ key, state, by }) => [key, [state, by]]));
    expect(became).toMatchObject({
      [`alert/${one.id}`]: ['settled', null],
      [`alert/${two.id}`]: ['passed', 'qin'],
      [`alert/${three.id}`]: ['passed', winner],
      [`urge/${two.caseNumber}/`]: ['open', null],
    });

    const { rows } = await server.pool.query<{ act: string; result: string; actor_name: string }>(
      `SELECT act, result, actor_name FROM audit_line WHERE act LIKE 'handover.%' OR act = 'alert.pass' ORDER BY no`,
    );
    const lines = rows.map(({ act, result, actor_name: by }) => `${act} ${result} ${by}`);
    expect(lines.filter((line) => line.startsWith('handover.make'))).toEqual(['handover.make done zhou']);
    expect(lines.filter((line) => line === `handover.sign done ${winner}`)).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('handover.sign refused'))).toHaveLength(3);
    expect(lines.filter((line) => line.startsWith('alert.pass done'))).toEqual([`alert.pass done ${winner}`]);
  });

  it('is shown until it is put away, and the next shift begins where it was written', async () => {
    const before = await ask<HandoverAnswer>('qin', '/api/v1/handovers/h2', { remark: '' });
    expect(before.body.content.sinceWhat).toBe('handover');
    await ask('han', '/api/v1/handovers/h2/put-away', {});
    const { body } = await ask<{ handovers: HandoverHead[] }>('han', '/api/v1/handovers');
    expect(body.handovers.map(({ id, putAwayAt }) => [id, putAwayAt === null])).toEqual([
      ['h2', false],
      ['h1', true],
    ]);
  });

  it('is never changed: neither it, nor a signature, nor its hash', async () => {
    for (const text of [
      `UPDATE handover SET content = '{}'`,
      `DELETE FROM handover_signature`,
      `UPDATE handover_signature SET person_name = 'x'`,
    ])
      await expect(server.pool.query(text)).rejects.toThrow('never changed or removed');
    const other = `INSERT INTO handover (id, scope, since, at, hash, content) VALUES ('x', '1', now(), now(), 'f', '{}')`;
    await expect(server.pool.query(other)).rejects.toThrow('handover_hash');
    const twice = `INSERT INTO handover_signature SELECT handover_id, 'comes', person_id, person_name, role, address, at
      FROM handover_signature WHERE handover_id = 'h2' AND part = 'leaves'`;
    await expect(server.pool.query(twice)).rejects.toThrow('handover_two_people');
  });

  it('is not the system administrator’s or the auditor’s to read', async () => {
    for (const who of ['admin', 'auditor']) expect((await ask(who, '/api/v1/handovers/h1')).status).toBe(403);
  });
});
