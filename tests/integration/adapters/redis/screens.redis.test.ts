import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { MemoryScreenStore } from '#adapters/memory/screen-store.ts';
import { createSocketCluster } from '#adapters/redis/socket-cluster.ts';
import { attachSocketServer } from '#adapters/socket/attach.ts';
import { ScreenBook } from '#application/screen/screen-book.ts';
import { createScreens } from '#application/screen/screens.ts';
import { realPace } from '#application/publish/subscriber.ts';
import type { Principal } from '#domain/account/role.ts';
import type { Down } from '#wire/protocol.ts';
import type { ScreenOrder } from '#wire/screen.ts';
import { liveCity } from '../../../fixtures/live-city.ts';
import { NodeLiveClient } from '../../../fixtures/live-client.ts';
import { startRedis, type TestRedis } from '../../redis.ts';

const place = { wall: 'main', screen: '2' };
const screen: Principal = {
  ...{ kind: 'system', id: 'screen:main/2', name: 'main/2', role: 'screen', scope: '120000', department: null },
  key: 'k1',
};
let redis: TestRedis;
const stops: (() => unknown)[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});
afterAll(() => redis.stop());

/** A node that lets the one screen in as long as the store says so; the store is the nodes' own. */
async function node(store: MemoryScreenStore, joined: boolean) {
  const city = liveCity({ pace: realPace });
  await city.hub.start();
  const cluster = joined ? createSocketCluster(redis.url) : null;
  const http = createServer();
  const sockets = attachSocketServer({
    httpServer: http,
    hub: city.hub,
    authenticate: async () => ((await store.inForce(['main/2'])).length > 0 ? screen : 'revoked'),
    execute: () => Promise.reject(new Error('no commands here')),
    now: () => city.clock.now(),
    build: 'b',
    nodeId: 'n',
    simulated: true,
    timeZone: 'Asia/Shanghai',
    dictionaryVersion: () => 'small',
    ...(cluster !== null && { clusterAdapter: cluster.adapter }),
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const now = (): number => Date.now();
  const book = new ScreenBook({ store, sockets, node: 'n', now, onFault: () => undefined });
  stops.push(book.follow(), async () => {
    city.hub.stop();
    await sockets.close();
    http.closeAllConnections();
    http.close();
    cluster?.close();
  });
  const screens = createScreens({ store, sockets, now, forget: () => undefined });
  return { sockets, screens, url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
}

async function watched(url: string) {
  const heard: Down[] = [];
  const orders: ScreenOrder[] = [];
  const client = new NodeLiveClient({ url, topics: ['status'], onDown: (message) => heard.push(message) });
  client.socket.on('order', (order: ScreenOrder) => orders.push(order));
  stops.push(() => client.close());
  await client.until(() => client.store.status !== null);
  return { client, heard, orders, left: () => heard.some((message) => message.type === 'leave') };
}

function oneScreen(): MemoryScreenStore {
  const store = new MemoryScreenStore(() => Date.now());
  store.hang({ ...place, scope: '120000', label: '左二', approvedBy: 'chief', key: 'k1' });
  return store;
}

it('a screen of another node does what it is told, and is cut off at once when it is revoked', async () => {
  const store = oneScreen();
  const [one, two] = [await node(store, true), await node(store, true)];
  const { client, orders, left } = await watched(two.url);
  await new Promise((resolve) => setTimeout(resolve, 300));
  one.screens.order(place, 'reload');
  await client.until(() => orders.some(({ order }) => order === 'reload'), 2_000);
  const began = performance.now();
  await one.screens.revoke(place);
  await client.until(() => left() && client.socket.disconnected, 2_000);
  expect(performance.now() - began).toBeLessThan(1_000);
  // One that the server closed comes back only when it is told to.
  client.socket.connect();
  await client.until(() => client.faults.includes('not-allowed'), 3_000);
  expect(two.sockets.here()).toEqual([]);
});

it('a screen of a node that no Redis reaches is cut off within five seconds', async () => {
  const store = oneScreen();
  const [one, two] = [await node(store, false), await node(store, false)];
  const { client, left } = await watched(two.url);
  const began = performance.now();
  await one.screens.revoke(place);
  await client.until(() => left() && client.socket.disconnected, 5_000);
  expect(performance.now() - began).toBeLessThan(5_000);
});
