import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Problem } from '#wire/http/problem.ts';

/** How long what a refused sender still sends is thrown away, so that it reads the answer before the line closes. */
const drainMs = 2_000;

/** Sends a JSON answer. Nothing of the API is kept by caches unless `headers` says so. */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  const body = Buffer.from(JSON.stringify(value), 'utf8');
  send(response, status, body, { 'content-type': 'application/json; charset=utf-8', ...headers });
}

/** Sends bytes or text with the given type. HEAD requests get the headers alone. */
export function send(
  response: ServerResponse,
  status: number,
  body: Uint8Array | string,
  headers: Record<string, string>,
): void {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  const request = response.req;
  response.writeHead(status, {
    'cache-control': 'no-store',
    'content-length': String(bytes.length),
    ...(request.complete ? {} : { connection: 'close' }),
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
  throwAwayRest(request);
}

/** Sends an RFC 9457 problem document. */
export function sendProblem(response: ServerResponse, problem: Problem, retryAfterSeconds: number | null): void {
  sendJson(response, problem.status, problem, {
    'content-type': 'application/problem+json; charset=utf-8',
    ...(retryAfterSeconds === null ? {} : { 'retry-after': String(Math.ceil(retryAfterSeconds)) }),
    ...(problem.status === 401 ? { 'www-authenticate': 'Bearer realm="citywall"' } : {}),
  });
}

/** Sends a browser elsewhere; `target` is a path of this server. */
export function redirect(response: ServerResponse, target: string, headers: Record<string, string> = {}): void {
  send(response, 302, '', { location: target, ...headers });
}

/** Sends a web Response as it is, cookies one by one. */
export async function sendResponse(response: ServerResponse, given: Response): Promise<void> {
  const body = new Uint8Array(await given.arrayBuffer());
  const cookies = given.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  const type = given.headers.get('content-type');
  const retryAfter = given.headers.get('retry-after');
  send(response, given.status, body, {
    ...(type === null ? {} : { 'content-type': type }),
    ...(retryAfter === null ? {} : { 'retry-after': retryAfter }),
  });
}

/** A body that was refused is read on and dropped for a moment: a sender that is cut off never sees why. */
function throwAwayRest(request: IncomingMessage): void {
  if (request.complete) return;
  request.on('error', () => undefined);
  request.resume();
  const timer = setTimeout(() => request.destroy(), drainMs);
  timer.unref();
  request.once('close', () => clearTimeout(timer));
}
