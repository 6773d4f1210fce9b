import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { LogState } from '#adapters/memory/log-state.ts';
import { createRedisBell } from '#adapters/redis/bell.ts';
import { createRedisBeatShare } from '#adapters/redis/beat-share.ts';
import { createRedisFixShare } from '#adapters/redis/fix-share.ts';
import { RedisLink } from '#adapters/redis/redis-link.ts';
import { createSocketCluster } from '#adapters/redis/socket-cluster.ts';
import { attachSocketServer } from '#adapters/socket/attach.ts';
import { realPace } from '#application/publish/subscriber.ts';
import { aTeam, liveCity } from '../../../fixtures/live-city.ts';
import { NodeLiveClient } from '../../../fixtures/live-client.ts';
import { person } from '../../../fixtures/small-platform.ts';
import { startRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
const stops: (() => unknown)[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});
afterAll(() => redis.stop());

/** A whole node but for its store, which the nodes share in memory. */
async function node(state: LogState, nodeId: string) {
  const link = new RedisLink({ url: redis.url, nodeId });
  const cluster = createSocketCluster(redis.url);
  const parts = {
    ...{ pace: realPace, nodeId, bell: createRedisBell(link) },
    ...{ fixShare: createRedisFixShare(link), beatShare: createRedisBeatShare(link) },
  };
  const city = liveCity(parts, state);
  await city.teams.saveRoster('s', [aTeam('t1')]);
  await city.hub.start();
  const http = createServer();
  const sockets = attachSocketServer({
    httpServer: http,
    hub: city.hub,
    authenticate: () => Promise.resolve(person('leader')),
    execute: () => Promise.reject(new Error('no commands here')),
    now: () => city.clock.now(),
    build: 'b',
    nodeId,
    simulated: true,
    timeZone: 'Asia/Shanghai',
    dictionaryVersion: () => 'small',
    clusterAdapter: cluster.adapter,
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const client = new NodeLiveClient({
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    topics: ['cases', 'notices', 'teams', 'status'],
  });
  stops.push(async () => {
    client.close();
    city.hub.stop();
    await sockets.close();
    http.closeAllConnections();
    http.close();
    cluster.close();
    link.close();
  });
  await client.until(() => client.store.status !== null);
  return { city, client, sockets };
}

it('two nodes show one picture, positions included, and either can send somebody away', async () => {
  const state = new LogState();
  const [one, two] = [await node(state, 'one'), await node(state, 'two')];
  await sleep(300);
  await one.city.report();
  await two.client.until(() => two.client.store.cases.length === 1, 900);
  const id = await two.city.report();
  await one.client.until(() => one.client.store.cases.length === 2, 900);
  expect(one.client.store.notices.map(({ caseId }) => caseId)).toContain(id);
  const at = one.city.clock.now();
  one.city.hub.applyFixes([{ team: 't1', lon: 117.3, lat: 39.2, at, heading: null, speed: null }], at);
  await two.client.until(() => two.client.store.teams?.fixedAt[0] === at / 1000, 3_000);
  const closed = new Promise((resolve) => two.client.socket.once('disconnect', resolve));
  one.sockets.revoke('leader');
  await closed;
});

it('two nodes still show one picture while Redis is away', async () => {
  const state = new LogState();
  const [one, two] = [await node(state, 'one'), await node(state, 'two')];
  await redis.kill();
  await one.city.report();
  await two.client.until(() => two.client.store.cases.length === 1, 5_000);
  await redis.start();
  await one.city.report();
  await two.client.until(() => two.client.store.cases.length === 2, 5_000);
  expect([one.client.faults, two.client.faults]).toEqual([[], []]);
});
