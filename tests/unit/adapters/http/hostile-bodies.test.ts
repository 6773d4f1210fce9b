import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXES_TYPE } from '#wire/http/binary-fixes.ts';
import { serve, type Served } from './serve.ts';

let served: Served;
beforeAll(async () => {
  served = await serve({ rates: { ingest: { points: 1e6, seconds: 1 } } });
});
afterAll(() => served.stop());

const megabyte = 1024 * 1024;
const good = '{"sourceId":"a","reportedAt":"2026-11-22T08:00:00+08:00"';

/** Written straight to the socket: a well-behaved client would repair or refuse some of these itself. */
async function send(body: string | Buffer, type: string, path = '/api/v1/reports', announced?: number) {
  const bytes = Buffer.from(body as string, 'utf8');
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(served.origin).port) });
  let said = '';
  socket.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
    if (/\r\n\r\n[^]*\}$/.test(said)) socket.destroy();
  });
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer source\r\ncontent-type: ${type}\r\n` +
      `content-length: ${announced ?? bytes.length}\r\n\r\n`,
  );
  socket.write(bytes);
  await closed;
  return { status: Number(said.slice(9, 12)), body: said.slice(said.indexOf('\r\n\r\n') + 4) };
}

const corpus: readonly (readonly [string, string, number])[] = [
  ['100,000 levels deep', '['.repeat(100_000), 400],
  ['100,000 levels deep and closed', '['.repeat(100_000) + ']'.repeat(100_000), 400],
  ['objects 100,000 levels deep', '{"a":'.repeat(100_000), 400],
  ['a million empty items', `[${'[],'.repeat(690_000)}[]]`, 413],
  ['a string of two megabytes', `"${'x'.repeat(2 * megabyte - 10)}"`, 422],
  ['backslashes to the end', `"${'\\\\'.repeat(megabyte - 10)}`, 400],
  ['brackets inside a string', `${good},"description":"${'['.repeat(1000)}"}`, 202],
  ['a raw NUL', `${good},"address":"a\u0000b"}`, 400],
  ['an escaped NUL', `${good},"address":"a\\u0000b"}`, 422],
  ['a lone surrogate', `${good},"address":"\\ud800"}`, 422],
  ['a prototype', `${good},"__proto__":{"isAdmin":true}}`, 422],
  ['a constructor', `${good},"constructor":{"prototype":{"isAdmin":true}}}`, 422],
  ['NaN', `${good},"position":{"lon":NaN,"lat":39}}`, 400],
  ['a number beyond all', `${good},"position":{"lon":1e999,"lat":39}}`, 422],
  ['swapped degrees', `${good},"position":{"lon":39.1,"lat":117.2}}`, 422],
  ['the year 9999', '{"sourceId":"a","reportedAt":"9999-01-01T00:00:00Z"}', 422],
  ['a name twice', `${good},"sourceId":"b"}`, 202],
  ['nothing', '', 400],
  ['white space', ' \n ', 400],
  ['null', 'null', 422],
  ['an empty list', '[]', 422],
  ['a byte order mark', `\ufeff${good}}`, 202],
];

describe('hostile bodies', () => {
  it.each(corpus)('%s', async (_name, body, expected) => {
    expect((await send(body, 'application/json')).status).toBe(expected);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it('100 MB are refused at once, announced or not, and not kept', async () => {
    // Nothing but the first byte is ever sent: an answer can only come from what was announced.
    const announced = await send('[', 'application/json', '/api/v1/reports', 100 * megabyte);
    expect(announced.status).toBe(413);
    const before = process.memoryUsage().arrayBuffers;
    const chunk = Buffer.alloc(megabyte, 0x20);
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(chunk);
        if ((sent += chunk.length) >= 100 * megabyte) controller.close();
      },
    });
    let sent = 0;
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { authorization: 'Bearer source', 'content-type': 'application/json' },
    };
    const response = await fetch(`${served.origin}/api/v1/reports`, init as RequestInit).catch(() => null);
    if (response !== null) expect(response.status).toBe(413);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * megabyte);
  });

  it('compressed bodies are not unpacked', async () => {
    const headers = { 'content-encoding': 'gzip' };
    const response = await served.ask('/api/v1/reports', { method: 'POST', as: 'source', body: 'x', headers });
    expect(response.status).toBe(415);
  });

  it('whatever comes is answered with 202 or 4xx, and nothing of it breaks a log line', async () => {
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
      fc.json({ maxDepth: 6 }).map((text) => Buffer.from(text)),
      fc.tuple(fc.nat(60), fc.uint8Array({ maxLength: 4 })).map(([at, put]) => {
        const whole = Buffer.from(`[${good},"position":{"lon":117.2,"lat":39.1}}]`);
        return Buffer.concat([whole.subarray(0, at), Buffer.from(put), whole.subarray(at)]);
      }),
    );
    const type = fc.constantFrom('application/json', 'application/x-ndjson', FIXES_TYPE, 'text/plain');
    const path = fc.constantFrom('/api/v1/reports', '/api/v1/case-events', '/api/v1/positions');
    await fc.assert(
      fc.asyncProperty(any, type, path, async (body, contentType, target) => {
        const { status } = await send(body, contentType, target);
        expect(status === 202 || (status >= 400 && status < 500)).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(served.logged.filter((line) => /[\r\n]/.test(line))).toEqual([]);
    expect(served.logged.filter((line) => line.includes('a request failed'))).toEqual([]);
  }, 60_000);
});
