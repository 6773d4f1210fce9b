import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { demoCity } from '#adapters/postgres/seed/demo-city.ts';
import { seedCity } from '#adapters/postgres/seed/seed-city.ts';
import { NodeLiveClient } from '../fixtures/live-client.ts';
import { createTestDatabase, type TestDatabase } from '../integration/postgres.ts';
import { startRedis, type TestRedis } from '../integration/redis.ts';
import { openAccess, postDueSoon } from './access.ts';
import { freePort } from '#adapters/postgres/free-port.ts';
import { startNode, type NodeProcess } from './node-process.ts';

describe('two servers on one Postgres and one Redis', () => {
  let test: TestDatabase;
  let database: Database;
  let redis: TestRedis;
  let keys: { ingest: string; screen: string };
  const nodes: NodeProcess[] = [];
  let clients: NodeLiveClient[] = [];
  const raised: Set<number>[] = [new Set(), new Set()];

  beforeAll(async () => {
    test = await createTestDatabase();
    redis = await startRedis();
    database = createDatabase(test.url);
    await seedCity(database, demoCity());
    keys = await openAccess(database.pool);
    const env = { DATABASE_URL: test.url, REDIS_URL: redis.url, CITYWALL_AUTH_SECRET: 'x'.repeat(40) };
    for (const id of ['one', 'two']) nodes.push(await startNode(await freePort(), { ...env, CITYWALL_NODE_ID: id }));
    clients = nodes.map(
      ({ url }, index) =>
        new NodeLiveClient({
          url,
          topics: ['cases', 'notices'],
          auth: { key: keys.screen },
          onDown(message) {
            if (message.type !== 'notices') return;
            for (const notice of message.body) if (notice.kind === 'alert-raised') raised[index]!.add(notice.caseId);
          },
        }),
    );
    await Promise.all(clients.map((client) => client.until(() => client.welcome !== null)));
  });
  afterAll(async () => {
    for (const client of clients) client.close();
    for (const node of nodes) await node.kill('SIGKILL');
    await redis.stop();
    await database.close();
    await test.drop();
  });

  it('shows what one took in on both', async () => {
    expect(await postDueSoon(nodes[0]!.url, keys.ingest, ['a1', 'a2', 'a3'], 3_600_000)).toHaveLength(3);
    for (const client of clients) await client.until(() => client.store.cases.length === 3, 10_000);
  });

  it('goes on when Redis dies and comes back empty', async () => {
    await redis.kill();
    expect(await postDueSoon(nodes[1]!.url, keys.ingest, ['b1', 'b2'], 3_600_000)).toHaveLength(2);
    for (const client of clients) await client.until(() => client.store.cases.length === 5, 10_000);
    await redis.start();
    expect(await postDueSoon(nodes[0]!.url, keys.ingest, ['b3'], 3_600_000)).toHaveLength(1);
    for (const client of clients) await client.until(() => client.store.cases.length === 6, 10_000);
  });

  it('has one owner of the deadlines, followed by the other when it is killed', async () => {
    const holder = async (): Promise<string> => {
      const { rows } = await database.pool.query<{ holder: string }>(
        "SELECT holder FROM lease WHERE name = 'deadlines'",
      );
      return rows[0]?.holder ?? '';
    };
    const owner = (await holder()) === 'one' ? 0 : 1;
    const other = 1 - owner;
    await postDueSoon(nodes[owner]!.url, keys.ingest, ['c1'], 500);
    await clients[other]!.until(() => raised[other]!.size === 1, 10_000);
    await nodes[owner]!.kill('SIGKILL');
    await postDueSoon(nodes[other]!.url, keys.ingest, ['c2'], 500);
    await clients[other]!.until(() => raised[other]!.size === 2, 10_000);
    expect(await holder()).toBe(other === 0 ? 'one' : 'two');
    const { rows } = await database.pool.query(
      'SELECT case_id FROM alert GROUP BY case_id, threshold HAVING count(*) > 1',
    );
    expect(rows).toEqual([]);
  });
});
