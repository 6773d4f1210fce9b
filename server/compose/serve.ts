import type { Server } from 'node:http';
import type { AnswerBaseMap } from '#adapters/http/base-map.ts';
import type { AnswerMapTiles } from '#adapters/http/map-tiles.ts';
import type { HttpApi } from '#adapters/http/http-api.ts';
import { protectAnswer, protectPage, type SecurityFacts } from '#adapters/http/security-headers.ts';
import type { Pages } from '#adapters/next/pages.ts';

/** What answers requests, in this order; the live protocol attaches itself. */
export type Ways = {
  api: HttpApi;
  baseMap: AnswerBaseMap;
  mapTiles: AnswerMapTiles;
  /** Null where no pages are served. */
  pages: Pages | null;
  /** How browsers reach this server, and what they are told to hold to. */
  security: SecurityFacts;
  onError: (error: unknown) => void;
};

/** An idle connection is kept for this long: longer than balancers do, so that ending it is theirs. */
const IDLE_MS = 75_000;

/** Leads each request to what answers it. */
export function serve(httpServer: Server, { api, baseMap, mapTiles, pages, security, onError }: Ways): void {
  // A request that is sent into a connection which just ended here is lost: a balancer answers 502 for it.
  httpServer.keepAliveTimeout = IDLE_MS;
  httpServer.headersTimeout = IDLE_MS + 5_000;
  httpServer.on('request', (request, response) => {
    // The live protocol answers for itself.
    if (request.url?.startsWith('/socket.io/')) return;
    protectAnswer(request, response, security);
    // It would give back what the browser sent, cookies too.
    if (request.method === 'TRACE') {
      response.writeHead(405).end();
      return;
    }
    api(request, response)
      .then((answered) => {
        if (answered || mapTiles(request, response) || baseMap(request, response)) return undefined;
        if (pages) {
          protectPage(request, response, security);
          return pages.handle(request, response);
        }
        response.writeHead(404).end();
        return undefined;
      })
      .catch((error: unknown) => {
        onError(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  });
  httpServer.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/socket.io/')) return;
    if (pages) pages.upgrade(request, socket, head).catch(onError);
    else socket.destroy();
  });
}
