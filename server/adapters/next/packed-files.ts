import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

/** Answers what it has packed; false: it is for the next way. */
export type AnswerPackedFile = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** What Next has built, and MapLibre's worker beside it. */
const FILES = /^\/(_next\/static\/[\w~][\w~./-]*(?=\.(?:js|css)$)|wall\/maplibre-[\w-]+(?=\.mjs$))\.(js|mjs|css)$/;

/** Where a path's file lies, and whether its name changes with its content. Null: nothing that is ever packed. */
function fileOf(path: string): { file: string; type: string; named: boolean } | null {
  const [, name, ending] = FILES.exec(path) ?? [];
  const type = TYPES[ending ?? ''];
  if (name === undefined || type === undefined || name.includes('..')) return null;
  const named = name.startsWith('_next/');
  return { file: `${named ? name.replace('_next', '.next') : `public/${name}`}.${ending}.br`, type, named };
}

/**
 * Serves scripts and styles as the build packed them beside themselves (`.br`): a sixth smaller than what a server packs on
 * the fly, and at no cost to it. Without a packed file, or for a browser that reads none, Next answers.
 *
 * @param directory of the build: `.next` and `public` lie in it.
 */
export function createPackedFiles(directory: string): AnswerPackedFile {
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    if (!/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) return false;
    const asked = fileOf((request.url ?? '').split('?', 1)[0] ?? '');
    if (asked === null) return false;
    const path = join(directory, asked.file);
    const found = await stat(path).catch(notThere);
    if (found === null) return false;
    const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
    response.setHeader('etag', tag);
    response.setHeader('vary', 'Accept-Encoding');
    response.setHeader('cache-control', asked.named ? 'public, max-age=31536000, immutable' : 'public, max-age=0');
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304).end();
      return true;
    }
    response.writeHead(200, {
      ...{ 'content-type': asked.type, 'content-encoding': 'br', 'content-length': found.size },
    });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(path)
        .on('error', (error) => response.destroy(error))
        .pipe(response);
    return true;
  };
}

function notThere(error: NodeJS.ErrnoException): Stats | null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
