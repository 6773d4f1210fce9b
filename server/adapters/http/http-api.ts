import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Principal } from '#domain/account/role.ts';
import type { ApiPort } from '#application/api-port.ts';
import type { HttpTelemetry, IdentityPort, Log, SignInPort } from '#application/http-port.ts';
import { StoreUnavailable } from '#application/ports.ts';
import type { ScreenDoor } from '#application/screen/screen-door.ts';
import type { OperationId } from '#wire/http/operations.ts';
import { problem } from '#wire/http/problem.ts';
import { authorise } from './authorise.ts';
import { clientAddress } from './client-address.ts';
import type { FileReply, Handlers, HttpParts } from './handler.ts';
import { createHandlers } from './handlers.ts';
import { createLimits, type Rates } from './limits.ts';
import { enterPage, type OpenScreens } from './pages.ts';
import { parseAddress, parseBody } from './parse-request.ts';
import { ProblemError } from './problem-error.ts';
import { redirect, send, sendJson, sendProblem } from './respond.ts';
import { findRoute, type Route } from './router.ts';

/** What main.ts gives the HTTP ways in and out. */
export type HttpApiOptions = {
  port: ApiPort;
  identity: IdentityPort;
  signIn: SignInPort;
  door: ScreenDoor;
  telemetry: HttpTelemetry;
  log: Log;
  config: { publicUrl: string | null; trustProxy: boolean };
  /** The build's version. */
  version: string;
  /** Screens that anybody may open without a key, because all they show is made up; null: none. */
  openScreens: OpenScreens | null;
  /** Other limits than the usual ones, for tests. */
  rates?: Partial<Rates>;
};

/** Answers what is the API's and resolves to true; false means that the request is for a page. Never rejects. */
export type HttpApi = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Everything that isn't a page: the API, signing in, health and metrics, and a wall screen's way in by its key. */
export function createHttpApi(options: HttpApiOptions): HttpApi {
  const { port, identity, signIn, door, telemetry, log, version } = options;
  const limits = createLimits(options.rates);
  const parts: HttpParts = { port, identity, signIn, door, telemetry, log, limits, origin: options.config, version };
  const handlers = createHandlers(parts);
  return async (request, response) => {
    const url = addressOf(request);
    const route = url === null ? null : findRoute(request.method ?? 'GET', url.pathname);
    if (url === null || route === null) {
      sendProblem(response, problem('bad-request', 'the address cannot be read'), null);
      return true;
    }
    if (route.kind === 'unknown' && !isApiPath(url.pathname)) {
      return enterPage(parts, options.openScreens, request, response, url);
    }
    if (url.pathname === '/api/v1/docs') redirect(response, '/api-docs');
    else await answer(parts, handlers, request, response, url, route);
    return true;
  };
}

async function answer(
  parts: HttpParts,
  handlers: Handlers,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  route: Route,
): Promise<void> {
  const began = performance.now();
  const name = route.kind === 'operation' ? route.id : 'unknown';
  response.once('close', () => {
    parts.telemetry.answered(name, response.statusCode, (performance.now() - began) / 1000);
  });
  try {
    if (route.kind === 'unknown')
      throw new ProblemError('not-found', `there is nothing at ${url.pathname.slice(0, 120)}`);
    if (route.kind === 'wrong-method') return refuseMethod(request, response, route.allowed);
    await run(parts, handlers, request, response, url, route);
  } catch (error) {
    refuse(parts.log, error, name, response);
  }
}

async function run(
  parts: HttpParts,
  handlers: Handlers,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  route: Extract<Route, { kind: 'operation' }>,
): Promise<void> {
  const { id, operation } = route;
  const address = clientAddress(request, parts.origin.trustProxy);
  const principal = await authorise(parts, id, request, address);
  const { params, query } = parseAddress(operation, route.params, url.searchParams);
  const body = await parseBody(operation, request);
  const handler = handlers[id] as (call: RawCall) => Promise<RawReply>;
  const reply = await handler({ principal, params, query, body, address, request });
  if ('file' in reply) {
    const disposition = `attachment; filename="${reply.name}"`;
    const headers = {
      'content-type': reply.contentType,
      'content-disposition': disposition,
      ...(reply.kept === true && { 'cache-control': 'private, max-age=86400, immutable' }),
    };
    return send(response, operation.answer.status, reply.file, headers);
  }
  if (reply.etag !== undefined) {
    response.setHeader('etag', reply.etag);
    response.setHeader('cache-control', 'no-cache');
    if (request.headers['if-none-match']?.includes(reply.etag)) {
      response.writeHead(304).end();
      return;
    }
  }
  if ('text' in reply) return send(response, operation.answer.status, reply.text, cacheOf(reply, reply.contentType));
  if (reply.cookies !== undefined && reply.cookies.length > 0) response.setHeader('set-cookie', [...reply.cookies]);
  sendJson(response, reply.status ?? operation.answer.status, reply.answer);
}

/** A call whose parts have been parsed by the operation's own schemas; `Handlers` says which handler takes which. */
type RawCall = {
  principal: Principal | null;
  params: unknown;
  query: unknown;
  body: unknown;
  address: string;
  request: IncomingMessage;
};
type RawReply =
  | { answer: unknown; status?: number; etag?: string; cookies?: readonly string[] }
  | { text: string; contentType: string; etag?: string }
  | FileReply;

function cacheOf(reply: { etag?: string }, contentType: string): Record<string, string> {
  return { 'content-type': contentType, ...(reply.etag === undefined ? {} : { 'cache-control': 'no-cache' }) };
}

function refuse(log: Log, error: unknown, name: OperationId | 'unknown', response: ServerResponse): void {
  if (response.headersSent) {
    log.error({ err: error, operation: name }, 'a request failed while it was answered');
    response.destroy();
  } else if (error instanceof ProblemError) {
    log.debug({ operation: name, code: error.problem.code, detail: error.problem.detail }, 'a request was refused');
    sendProblem(response, error.problem, error.retryAfterSeconds);
  } else if (error instanceof StoreUnavailable) {
    log.warn({ operation: name, reason: error.message }, 'the store cannot be reached');
    sendProblem(response, problem('store-unavailable', 'nothing was stored; try again in a moment'), 2);
  } else {
    log.error({ err: error, operation: name }, 'a request failed');
    sendProblem(response, problem('server-error', 'this is our fault, not yours; it has been logged'), null);
  }
}

function refuseMethod(request: IncomingMessage, response: ServerResponse, allowed: readonly string[]): void {
  const allow = [...new Set([...allowed, ...(allowed.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].join(', ');
  if (request.method === 'OPTIONS') return send(response, 204, '', { allow });
  response.setHeader('allow', allow);
  sendProblem(response, problem('method-not-allowed', `it takes ${allow}`), null);
}

function isApiPath(path: string): boolean {
  return path === '/api/v1' || path.startsWith('/api/v1/') || path === '/api/auth' || path.startsWith('/api/auth/');
}

function addressOf(request: IncomingMessage): URL | null {
  const target = request.url ?? '/';
  return target.startsWith('/') && URL.canParse(target, 'http://citywall') ? new URL(target, 'http://citywall') : null;
}
