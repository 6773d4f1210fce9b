import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientAddress } from './client-address.ts';
import { webHeaders, type HttpParts } from './handler.ts';
import { ownOrigin } from './origin.ts';
import { ProblemError } from './problem-error.ts';
import { redirect, send } from './respond.ts';

/** The key of a screen that anybody may open; null for any other. */
export type OpenScreens = (wall: string, screen: string) => string | null;

export const SCREEN_COOKIE = 'citywall_screen';
/** A wall has no sign-in that runs out: as long as browsers keep a cookie at all. */
const screenCookieSeconds = 400 * 86_400;
const wallPath = /^\/wall\/([\w-]{1,64})\/([\w-]{1,64})\/?$/;

/**
 * Lets a page's request through to the pages (false), or answers it (true). A screen's key in the address is taken once
 * and kept in a cookie, so that it isn't seen again. Pages themselves say what a stranger gets to see.
 */
export async function enterPage(
  parts: HttpParts,
  openScreens: OpenScreens | null,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const [, wall, screen] = wallPath.exec(url.pathname) ?? [];
  if (wall === undefined || screen === undefined) return false;
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  try {
    const key = url.searchParams.get('key');
    if (key !== null) await takeKey(parts, request, response, url, { key, wall, name: screen });
    else await openWithoutKey(parts, openScreens?.(wall, screen) ?? null, request, response);
    return key !== null;
  } catch (error) {
    if (error instanceof ProblemError) {
      refuseKey(response, error.problem.status);
      return true;
    }
    // A page comes up without its store too, says itself what it misses, and tries again.
    parts.log.warn({ err: error, path: url.pathname }, 'who opens a wall could not be looked up');
    return false;
  }
}

async function takeKey(
  { identity, limits, origin }: HttpParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { key, wall, name }: { key: string; wall: string; name: string },
): Promise<void> {
  const address = clientAddress(request, origin.trustProxy);
  await limits.badKey.check(address);
  if ((await identity.screenOf(key, wall, name)) === null) {
    await limits.badKey.take(address);
    throw new ProblemError('bad-key', 'this screen key is unknown or was revoked');
  }
  url.searchParams.delete('key');
  redirect(response, url.pathname + url.search, { 'set-cookie': screenCookie(key, isSecure(request, origin)) });
}

/** Whoever is known already stays who they are. */
async function openWithoutKey(
  { identity, origin }: HttpParts,
  open: string | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (open === null || (await identity.principalOf(webHeaders(request))) !== null) return;
  response.setHeader('set-cookie', screenCookie(open, isSecure(request, origin)));
}

function isSecure(request: IncomingMessage, origin: HttpParts['origin']): boolean {
  return ownOrigin(request, origin).startsWith('https:');
}

function screenCookie(key: string, secure: boolean): string {
  const value = `${SCREEN_COOKIE}=${encodeURIComponent(key)}; Path=/; Max-Age=${screenCookieSeconds}`;
  return `${value}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** Seen by whoever hangs the screen, in both languages and without scripts. */
function refuseKey(response: ServerResponse, status: number): void {
  const page =
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Citywall</title>' +
    '<body style="margin:20vh 10vw;background:#0b0f11;color:#b8bfc4;font:1.4rem/1.8 sans-serif">' +
    '<p>此屏幕密钥无效或已停用，请向管理员索取新的链接。</p>' +
    '<p lang="en">This screen key is not valid here or was revoked. Ask an administrator for a new link.</p>';
  send(response, status === 429 ? 429 : 403, page, { 'content-type': 'text/html; charset=utf-8' });
}
