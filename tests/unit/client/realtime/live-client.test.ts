import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import * as parser from 'socket.io-msgpack-parser';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LiveClient, type TopicMessage } from '#client/realtime/live-client.ts';
import { PROTOCOL_VERSION, type Ack, type Down, type Resume, type Welcome } from '#wire/protocol.ts';

const SERVER_AHEAD_MS = 3_600_000;
const welcome: Welcome = {
  protocol: PROTOCOL_VERSION,
  build: 'b',
  serverTime: 0,
  node: 'n',
  dictionary: 'd',
  scope: '1',
  simulated: true,
  timeZone: 'Asia/Shanghai',
};

type Fake = {
  http: HttpServer;
  io: Server;
  port: number;
  asked: { topic: string; resume?: Resume }[];
  sockets: Socket[];
  hello: Ack<Welcome>;
  /** Called before a subscription is answered. */
  onAsked: (socket: Socket) => void;
};
const open: { fakes: Fake[]; clients: LiveClient[] } = { fakes: [], clients: [] };

async function serve(port = 0, hello: Ack<Welcome> = { ok: true, value: welcome }): Promise<Fake> {
  const http = createServer();
  const fake: Fake = {
    http,
    io: new Server(http, { parser }),
    port: 0,
    asked: [],
    sockets: [],
    hello,
    onAsked: () => undefined,
  };
  fake.io.on('connection', (socket) => {
    fake.sockets.push(socket);
    socket.on('hello', (_: unknown, answer: (ack: Ack<Welcome>) => void) => {
      const { hello: said } = fake;
      const serverTime = Date.now() + SERVER_AHEAD_MS;
      answer(said.ok ? { ...said, value: { ...said.value, serverTime } } : said);
    });
    socket.on('time', (_: unknown, answer: (ack: unknown) => void) =>
      answer({ ok: true, value: { serverTime: Date.now() + SERVER_AHEAD_MS } }),
    );
    socket.on('subscribe', (message: { topic: string; resume?: Resume }, answer: (ack: unknown) => void) => {
      fake.asked.push(message);
      fake.onAsked(socket);
      answer({ ok: true, value: null });
    });
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  fake.port = (http.address() as AddressInfo).port;
  open.fakes.push(fake);
  return fake;
}

async function stop(fake: Fake): Promise<void> {
  await fake.io.close();
}

function client(fake: Fake): { client: LiveClient; read: TopicMessage[] } {
  const read: TopicMessage[] = [];
  const made = new LiveClient({ face: 'tool', build: 'b', url: `http://127.0.0.1:${fake.port}` });
  open.clients.push(made);
  made.follow('cases', (message) => void read.push(message));
  made.link.open();
  return { client: made, read };
}

const message = (type: 'snapshot' | 'delta', epoch: string, seq: number): Down => ({
  type,
  topic: 'cases',
  epoch,
  seq,
  at: 1,
  dataAt: 1,
  body: seq,
});
const wait = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 8_000, interval: 20 });

afterEach(async () => {
  for (const one of open.clients.splice(0)) one.link.close();
  for (const fake of open.fakes.splice(0)) await stop(fake);
});

describe('LiveClient', () => {
  it('says hello, aligns its clock, subscribes, and asks again at a gap with what it holds', async () => {
    const fake = await serve();
    const { client: live, read } = client(fake);
    await wait(() => expect(fake.asked).toEqual([{ topic: 'cases' }]));
    expect(live.link.state.value.phase).toBe('live');
    expect(Math.abs(live.link.clock.now() - Date.now() - SERVER_AHEAD_MS)).toBeLessThan(200);
    fake.sockets[0]?.emit('down', message('snapshot', 'a', 4));
    fake.sockets[0]?.emit('down', message('delta', 'a', 5));
    fake.sockets[0]?.emit('down', message('delta', 'a', 8));
    await wait(() => expect(fake.asked.at(-1)).toEqual({ topic: 'cases', resume: { epoch: 'a', seq: 5 } }));
    expect(read.map(({ seq }) => seq)).toEqual([4, 5]);
  });

  it('asks again after a gap that came before the answer to its asking', async () => {
    const fake = await serve();
    fake.onAsked = (socket) => {
      if (fake.asked.length > 1) return;
      for (const [type, seq] of [
        ['snapshot', 4],
        ['delta', 5],
        ['delta', 8],
      ] as const)
        // prettier-ignore
        socket.emit('down', message(type, 'a', seq));
    };
    const { read } = client(fake);
    await wait(() => expect(fake.asked.at(-1)).toEqual({ topic: 'cases', resume: { epoch: 'a', seq: 5 } }));
    expect(fake.asked).toHaveLength(2);
    expect(read.map(({ seq }) => seq)).toEqual([4, 5]);
  });

  it('says lost when the server goes, and goes on where it was when it comes back', async () => {
    const fake = await serve();
    const { client: live, read } = client(fake);
    await wait(() => expect(fake.asked).toHaveLength(1));
    fake.sockets[0]?.emit('down', message('snapshot', 'a', 4));
    await wait(() => expect(read).toHaveLength(1));
    await stop(fake);
    await wait(() => expect(live.link.state.value.phase).toBe('lost'));
    const again = await serve(fake.port);
    await wait(() => expect(again.asked).toEqual([{ topic: 'cases', resume: { epoch: 'a', seq: 4 } }]));
    expect(live.link.state.value.phase).toBe('live');
    again.sockets[0]?.emit('down', message('snapshot', 'b', 1));
    await wait(() => expect(read.map(({ epoch }) => epoch)).toEqual(['a', 'b']));
  });

  it('goes when told to and comes back after the delay', async () => {
    const fake = await serve();
    const { client: live } = client(fake);
    await wait(() => expect(fake.asked).toHaveLength(1));
    fake.sockets[0]?.emit('down', { type: 'leave', reason: 'server-stopping', retryAfterMs: 200 } satisfies Down);
    await wait(() => expect(live.link.state.value).toMatchObject({ phase: 'lost', reason: 'server-stopping' }));
    await wait(() => expect(live.link.state.value.phase).toBe('live'));
  });

  it('says refused when the server does not know it', async () => {
    const fake = await serve(0, { ok: false, error: 'not-signed-in', message: 'who are you', retryAfterMs: 100 });
    const { client: live } = client(fake);
    await wait(() => expect(live.link.state.value).toMatchObject({ phase: 'refused', reason: 'not-signed-in' }));
    fake.hello = { ok: true, value: welcome };
    await wait(() => expect(live.link.state.value.phase).toBe('live'));
  });

  it('asks for everything anew when a message cannot be read', async () => {
    const fake = await serve();
    const made = new LiveClient({ face: 'tool', build: 'b', url: `http://127.0.0.1:${fake.port}` });
    open.clients.push(made);
    made.follow('teams', () => 'again');
    made.link.open();
    await wait(() => expect(fake.asked).toHaveLength(1));
    fake.sockets[0]?.emit('down', { ...message('snapshot', 'a', 1), type: 'frame', topic: 'teams' });
    await wait(() => expect(fake.asked).toEqual([{ topic: 'teams' }, { topic: 'teams' }]));
  });
});
