import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepIngestKey } from '#adapters/auth/keys.ts';
import { TestServer } from './test-server.ts';

const KEY = `cwk_${'c'.repeat(40)}`;

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start(async () => undefined, 1);
  await server.person('leader', 'leader');
  await keepIngestKey(server.pool, { id: 'probe', sourceId: 'canary', key: KEY, scope: '120000' });
});
afterAll(() => server.stop());

const count = async (table: string): Promise<number> => {
  const { rows } = await server.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return rows[0]?.n ?? -1;
};

async function until(met: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await met()); tries++) {
    if (tries > 100) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('canaries on a running server', () => {
  it('come through by themselves and into the metrics', async () => {
    await until(async () => (await count('canary')) >= 2);
    const text = await (await fetch(`${server.url}/metrics`)).text();
    const age = Number(/^citywall_canary_age_seconds\{[^}]*\} (\S+)$/m.exec(text)?.[1]);
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(5);
    expect(
      Number(/^citywall_canary_trip_seconds_count\{[^}]*to="picture"[^}]*\} (\d+)$/m.exec(text)?.[1]),
    ).toBeGreaterThan(0);
  });

  it('never become cases, log lines, alerts, facts or audit lines', async () => {
    for (const table of ['city_case', 'log_entry', 'alert', 'restatement']) expect(await count(table)).toBe(0);
    const { rows } = await server.pool.query("SELECT * FROM audit_line WHERE actor_id = 'canary'");
    expect(rows).toEqual([]);
    const cases = (await (await server.ask('leader', '/api/v1/cases')).json()) as { cases: unknown[] };
    expect(cases.cases).toEqual([]);
  });

  it('are checked like reports, and that is all their key may send', async () => {
    const send = async (path: string, body: unknown) => {
      const answer = await server.ask(KEY, path, body);
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
    const report = { sourceId: 'x', reportedAt: Date.now(), position: { lon: 117.2, lat: 39.13, datum: 'wgs84' } };
    expect(await send('/api/v1/reports', [report])).toMatchObject({
      status: 202,
      body: { accepted: 1, results: [{ caseNumber: expect.stringMatching(/^CANARY-\d+$/) as string }] },
    });
    expect(await send('/api/v1/reports', [{ ...report, category: 'gbt:event:none' }])).toMatchObject({ status: 422 });
    const event = { eventId: 'e', case: { number: 'E0110-20261122-000001' }, at: Date.now(), told: { note: 'x' } };
    expect((await send('/api/v1/case-events', [event])).status).toBe(422);
    expect(await count('city_case')).toBe(0);
  });

  it('fill no more than their ring', async () => {
    const body = [{ sourceId: 'y', reportedAt: Date.now(), position: { lon: 117.2, lat: 39.13, datum: 'wgs84' } }];
    for (let sent = 0; sent < 40; sent++) expect((await server.ask(KEY, '/api/v1/reports', body)).status).toBe(202);
    expect(await count('canary')).toBe(32);
    expect(await count('log_entry')).toBe(0);
  });
});
