import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io as connect } from 'socket.io-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { attachSocketServer, type SocketParts, type SocketServer } from '#adapters/socket/attach.ts';
import { realPace } from '#application/publish/subscriber.ts';
import type { Down, Topic } from '#wire/protocol.ts';
import { liveCity } from '../../../fixtures/live-city.ts';
import { NodeLiveClient } from '../../../fixtures/live-client.ts';
import { person } from '../../../fixtures/small-platform.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function serve(
  over: Partial<SocketParts> = {},
): Promise<{ url: string; city: ReturnType<typeof liveCity>; sockets: SocketServer; http: Server }> {
  const city = liveCity({ pace: realPace });
  await city.hub.start();
  const http = createServer((_request, response) => response.end());
  const sockets = attachSocketServer({
    httpServer: http,
    hub: city.hub,
    authenticate: async ({ auth }) => (auth['key'] === 'good' ? person('leader') : null),
    execute: async () => ({ ok: true, caseNumber: 'E1', version: 2, moveVersion: 2 }),
    now: () => city.clock.now(),
    build: 'b1',
    nodeId: 'n1',
    simulated: true,
    timeZone: 'Asia/Shanghai',
    dictionaryVersion: () => 'small',
    ...over,
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  stops.push(async () => {
    city.hub.stop();
    await sockets.close();
    http.closeAllConnections();
    http.close();
  });
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, city, sockets, http };
}

function client(url: string, topics: Topic[], onDown?: (message: Down) => void): NodeLiveClient {
  const made = new NodeLiveClient({ url, topics, auth: { key: 'good' }, ...(onDown ? { onDown } : {}) });
  stops.push(() => made.close());
  return made;
}

describe('the socket server', () => {
  it('carries snapshots, deltas, frames and notices as they were made', async () => {
    const { url, city } = await serve();
    await city.report();
    const follower = client(url, [
      'cases',
      'figures',
      'notices',
      'status',
      'places',
      'heat',
      'lane',
      'alerts',
      'roster',
      'teams',
    ]);
    await follower.until(() => follower.store.cases.length === 1 && follower.store.status !== null);
    const id = await city.report();
    await follower.until(() => follower.store.cases.length === 2 && follower.store.figures?.open === 2);
    expect(follower.store.notices.map(({ caseId, kind }) => [caseId, kind])).toEqual([[id, 'reported']]);
    expect(follower.store.heat?.values.some((value) => value > 0)).toBe(true);
    await follower.until(() => follower.store.places?.open[0] === 2);
    expect(follower.faults).toEqual([]);
    expect(follower.welcome).toMatchObject({ build: 'b1', node: 'n1', scope: '120000', dictionary: 'small' });
  });

  it('lets nobody in without a right', async () => {
    const { url } = await serve();
    const stranger = new NodeLiveClient({ url, topics: ['cases'], auth: { key: 'bad' } });
    stops.push(() => stranger.close());
    await stranger.until(() => stranger.faults.length > 0);
    expect(stranger.faults[0]).toBe('not-signed-in');
  });

  it('refuses a page of another origin', async () => {
    const { url } = await serve();
    const page = new NodeLiveClient({
      url,
      topics: [],
      auth: { key: 'good' },
      headers: { origin: 'http://evil.example' },
    });
    stops.push(() => page.close());
    await page.until(() => page.faults.length > 0);
    expect(page.welcome).toBeNull();
  });

  it('answers what is no message of the protocol, and stays up', async () => {
    const { url } = await serve();
    const talker = client(url, []);
    await talker.until(() => talker.welcome !== null);
    const ask = (name: string, message: unknown) =>
      talker.socket.timeout(2_000).emitWithAck(name, message) as Promise<unknown>;
    expect(await ask('subscribe', { topic: 'gossip' })).toMatchObject({ ok: false, error: 'bad-message' });
    expect(await ask('hello', { protocol: 99, build: 'x', face: 'wall' })).toMatchObject({
      ok: false,
      error: 'protocol-mismatch',
    });
    expect(await ask('command', { id: '1', command: { name: 'dance' } })).toMatchObject({
      ok: true,
      value: { ok: false, refusal: { code: 'bad-argument' } },
    });
    const move = { requestId: '1', move: { move: 'comment', text: 'a\u202eb' } };
    expect(
      await ask('command', { id: '2', command: { name: 'move', caseNumber: 'E-1', request: move } }),
    ).toMatchObject({
      value: { ok: false, refusal: { code: 'bad-argument', why: { fault: 'unfit-text' } } },
    });
    expect(await talker.command({ name: 'take', alertId: 1 })).toMatchObject({ ok: true, value: { ok: true } });
    expect(await ask('time', { sentAt: 1 })).toMatchObject({ ok: true });
  });

  it('wants hello first', async () => {
    const { url } = await serve();
    const parser = await import('socket.io-msgpack-parser');
    const rude = connect(url, { parser, transports: ['websocket'], auth: { key: 'good' }, forceNew: true });
    stops.push(() => rude.disconnect());
    expect(await rude.timeout(2_000).emitWithAck('subscribe', { topic: 'cases' })).toMatchObject({
      ok: false,
      error: 'bad-message',
    });
  });

  it('slows down who asks too much', async () => {
    const { url } = await serve();
    const busy = client(url, []);
    await busy.until(() => busy.welcome !== null);
    const answers = await Promise.all(Array.from({ length: 100 }, () => busy.ask('time', { sentAt: 1 })));
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused.length).toBeGreaterThan(30);
    expect(refused[0]).toMatchObject({ error: 'retry-later', retryAfterMs: expect.any(Number) as number });
  });

  it('closes the connections of somebody whose right has ended', async () => {
    const { url, sockets } = await serve();
    const screen = client(url, ['status']);
    await screen.until(() => screen.store.status !== null);
    const closed = new Promise((resolve) => screen.socket.once('disconnect', resolve));
    sockets.revoke('leader');
    await closed;
  });

  it('goes on after a dropped line without a new snapshot, and tells every notice once', async () => {
    const { url, city } = await serve();
    const screen = client(url, ['cases', 'alerts', 'notices']);
    await screen.until(() => screen.store.resume('notices') !== undefined);
    await city.report();
    await screen.until(() => screen.store.cases.length === 1);
    const snapshots = screen.store.counts.snapshot;
    screen.socket.io.engine.close();
    await screen.until(() => !screen.socket.connected);
    for (let count = 0; count < 3; count++) await city.report();
    await screen.until(() => screen.store.cases.length === 4 && screen.store.notices.length === 4);
    expect(screen.store.counts.snapshot).toBe(snapshots);
    expect(new Set(screen.store.notices.map(({ seq }) => seq)).size).toBe(4);
    expect(screen.faults.filter((fault) => fault.startsWith('Error'))).toEqual([]);
  });
});

describe('a session behind a connection', () => {
  it('that ended ends it within a sweep, and one that cannot be looked up does not', async () => {
    let state: 'stands' | 'away' | 'ended' = 'stands';
    const faults: string[] = [];
    const { url, sockets } = await serve({
      sweepMs: 20,
      onFault: (what) => faults.push(what),
      holds: async () => {
        if (state === 'away') throw new Error('no store');
        return state === 'stands';
      },
    });
    const got: Down[] = [];
    const follower = client(url, ['status'], (message) => got.push(message));
    await follower.until(() => follower.store.status !== null);
    state = 'away';
    await vi.waitFor(() => expect(faults.length).toBeGreaterThan(0));
    expect(sockets.connections()).toBe(1);
    state = 'ended';
    await vi.waitFor(() =>
      expect(got).toContainEqual(expect.objectContaining({ type: 'leave', reason: 'not-signed-in' })),
    );
  });

  it('that was not used for too long does no act', async () => {
    let used = true;
    const execute = vi.fn<SocketParts['execute']>(async () => ({
      ok: true,
      caseNumber: 'E1',
      version: 1,
      moveVersion: 1,
    }));
    const { url } = await serve({ execute, mayAct: async () => used });
    const talker = client(url, ['status']);
    await talker.until(() => talker.store.status !== null);
    expect(await talker.command({ name: 'take', alertId: 1 })).toMatchObject({ ok: true });
    used = false;
    expect(await talker.command({ name: 'take', alertId: 1 })).toMatchObject({ ok: false, error: 'not-signed-in' });
    expect(execute).toHaveBeenCalledTimes(1);
  });
});
