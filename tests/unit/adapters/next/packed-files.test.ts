import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPackedFiles } from '#adapters/next/packed-files.ts';

const SCRIPT = 'export const answer = 42;';
let folder: string;
let server: Server;
let url: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'citywall-packed-'));
  for (const path of ['.next/static/chunks', 'public/wall', '.next/server']) {
    mkdirSync(join(folder, path), { recursive: true });
  }
  for (const file of ['.next/static/chunks/a~1.js', 'public/wall/maplibre-gl-worker.mjs', '.next/server/secret.js']) {
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(SCRIPT));
  }
  const answer = createPackedFiles(folder);
  server = createServer((request, response) => {
    void answer(request, response).then((answered) => {
      if (!answered) response.writeHead(404).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('packed files', () => {
  it('are what they were, for those who can unpack them', async () => {
    const packed = await fetch(`${url}/_next/static/chunks/a~1.js`, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(await packed.text()).toBe(SCRIPT);
    expect(Object.fromEntries(packed.headers)).toMatchObject({
      ...{ 'content-type': 'text/javascript; charset=utf-8', vary: 'Accept-Encoding' },
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const plain = await fetch(`${url}/_next/static/chunks/a~1.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(plain.status).toBe(404);
  });

  it('are asked for again only when they changed, where their name does not say so', async () => {
    const ask = (headers: Record<string, string> = {}) =>
      fetch(`${url}/wall/maplibre-gl-worker.mjs`, { headers: { 'accept-encoding': 'br', ...headers } });
    const first = await ask();
    expect(first.headers.get('cache-control')).toBe('public, max-age=0');
    expect((await ask({ 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(304);
  });

  it.each([
    '/_next/static/chunks/none.js',
    '/_next/static/../server/secret.js',
    '/_next/static/%2e%2e/server/secret.js',
    '/_next/server/secret.js',
    '/wall/worker.js',
    '/api/v1/dictionary',
  ])('are not at %s', async (path) => {
    const { promise, resolve } = deferred<number>();
    const { request } = await import('node:http');
    // A client of ours mends such paths before it asks.
    request(url, { path, headers: { 'accept-encoding': 'br' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    }).end();
    expect(await promise).toBe(404);
  });
});

function deferred<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((done) => (resolve = done));
  return { promise, resolve };
}
