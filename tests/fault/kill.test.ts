import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { readAuditRows } from '#adapters/postgres/audit-rows.ts';
import { demoCity } from '#adapters/postgres/seed/demo-city.ts';
import { seedCity } from '#adapters/postgres/seed/seed-city.ts';
import { auditAlerts } from '#application/audit/audit.ts';
import { CalendarShelf } from '#application/audit/calendar-shelf.ts';
import { NodeLiveClient } from '../fixtures/live-client.ts';
import { createTestDatabase, type TestDatabase } from '../integration/postgres.ts';
import { openAccess, postDueSoon } from './access.ts';
import { freePort } from '#adapters/postgres/free-port.ts';
import { startNode, type NodeProcess } from './node-process.ts';

const KILLS = 3;
/** What may pass beyond the start itself: the dead owner's lease runs out, then the overdue are asked for. */
const BEYOND_START_MS = 8_000;

describe('a server killed in mid-stream', () => {
  let test: TestDatabase;
  let database: Database;
  let keys: { ingest: string; screen: string };
  let node: NodeProcess | null = null;

  beforeAll(async () => {
    test = await createTestDatabase();
    database = createDatabase(test.url);
    await seedCity(database, demoCity());
    keys = await openAccess(database.pool);
  });
  afterAll(async () => {
    await node?.kill('SIGKILL');
    await database.close();
    await test.drop();
  });

  it('keeps every report it accepted and raises every alert once, never early', async () => {
    const port = await freePort();
    const env = { DATABASE_URL: test.url, CITYWALL_AUTH_SECRET: 'x'.repeat(40) };
    let longestStart = 0;
    const started = async (): Promise<NodeProcess> => {
      const begun = Date.now();
      const fresh = await startNode(port, env);
      longestStart = Math.max(longestStart, Date.now() - begun);
      return fresh;
    };
    node = await started();
    const heard: { caseId: number; threshold: string; at: number }[] = [];
    const client = new NodeLiveClient({
      url: node.url,
      topics: ['notices'],
      auth: { key: keys.screen },
      onDown(message) {
        if (message.type !== 'notices') return;
        for (const notice of message.body)
          if (notice.kind === 'alert-raised')
            heard.push({ caseId: notice.caseId, threshold: notice.what, at: notice.at });
      },
    });
    await client.until(() => client.welcome !== null);
    const from = Date.now();

    const accepted: string[] = [];
    let batch = 0;
    const sendFor = async (ms: number): Promise<void> => {
      const end = Date.now() + ms;
      while (Date.now() < end) {
        batch += 1;
        const ids = Array.from({ length: 20 }, (_, index) => `b${batch}-${index}`);
        accepted.push(...(await postDueSoon(node!.url, keys.ingest, ids, 2_500).catch(() => [])));
      }
    };
    for (let kill = 0; kill < KILLS; kill++) {
      const sending = sendFor(2_000 + kill * 300);
      await new Promise((resolve) => setTimeout(resolve, 1_500 + kill * 300));
      await node.kill('SIGKILL');
      await sending;
      node = await started();
    }
    await sendFor(1_000);
    const { pool } = database;
    await settled(async () => {
      const { rows } = await pool.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM city_case c WHERE NOT EXISTS
           (SELECT FROM alert a WHERE a.case_id = c.id AND a.threshold = 'timeout')`,
      );
      return rows[0]?.waiting === 0;
    });
    const until = Date.now();
    await client.until(() => new Set(heard.map(({ caseId }) => caseId)).size * 2 >= heard.length, 10_000);
    const stored = await pool.query<{ id: string }>('SELECT external_id AS id FROM city_case');
    const known = new Set(stored.rows.map(({ id }) => id));
    expect(accepted.length).toBeGreaterThan(100);
    expect(accepted.filter((id) => !known.has(id))).toEqual([]);

    const rows = await readAuditRows(pool);
    await client.until(() => heard.length >= rows.alerts.length, 10_000);
    const report = auditAlerts(rows.events, rows.alerts, new CalendarShelf(rows.calendars), until, {
      keys: heard.map(({ caseId, threshold }) => `${caseId}/0/0/${threshold}`),
      from,
      until,
    });
    client.close();
    expect(report).toMatchObject({ lost: [], spurious: [], doubled: [], early: [], wrongInstant: [], undelivered: [] });
    expect(report.expected).toBeGreaterThan(200);
    expect(report.maxLatenessMs).toBeLessThan(longestStart + BEYOND_START_MS);
  });
});

/** Waits until the store says so. */
async function settled(check: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 300; look++) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the alerts did not all come within 30 seconds');
}
