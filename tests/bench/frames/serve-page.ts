import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..', '..');
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** Builds the page of the bench and serves it with the map's own files. `stop` ends it. */
export async function servePage(): Promise<{ url: string; stop: () => Promise<void> }> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.tsx')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    outdir: 'out',
    write: false,
    loader: { '.module.css': 'local-css', '.woff2': 'dataurl' },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    logLevel: 'warning',
  });
  const made = new Map(outputFiles.map(({ path, contents }) => [extname(path), contents]));
  const html =
    '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/page.css"><body><script type="module" src="/page.js"></script>';
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const answer = (body: Uint8Array | string, type: string): void => {
      response.writeHead(200, { 'content-type': type }).end(body);
    };
    if (path === '/') answer(html, 'text/html; charset=utf-8');
    else if (path === '/page.js') answer(made.get('.js') ?? '', 'text/javascript');
    else if (path === '/page.css') answer(made.get('.css') ?? '', 'text/css');
    else if (/^\/(map|wall|vendor)\/[\w.-]+$/.test(path)) {
      readFile(join(root, 'public', path)).then(
        (bytes) => answer(bytes, TYPES[extname(path)] ?? 'application/octet-stream'),
        () => response.writeHead(404).end(),
      );
    } else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => undefined);
    },
  };
}
