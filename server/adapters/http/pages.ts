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
/** Pages for people who have signed in. */
const personPath = /^\/(?:desk|briefing|admin)(?:\/|$)/;

/**
 * Lets a page's request through to the pages (false), or answers it (true): a screen's key in the address is taken once
 * and kept in a cookie, so that it isn't seen again; pages that show the city send strangers to sign in.
 */
export async function enterPage(
  parts: HttpParts,
  openScreens: OpenScreens | null,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const wall = wallPath.exec(url.pathname);
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if (!wall && !personPath.test(url.pathname)) return false;
  try {
    if (wall?.[1] && wall[2]) return await enterWall(parts, openScreens, request, response, url, wall[1], wall[2]);
    const principal = await parts.identity.principalOf(webHeaders(request));
    if (principal?.kind === 'person') return false;
    sendToSignIn(response, url);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) {
      refuseKey(response);
      return true;
    }
    // A page comes up without its store too, and says itself what it misses.
    parts.log.warn({ err: error, path: url.pathname }, 'who opens a page could not be looked up');
    return false;
  }
}

async function enterWall(
  { identity, limits, origin }: HttpParts,
  openScreens: OpenScreens | null,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  wall: string,
  screen: string,
): Promise<boolean> {
  const secure = ownOrigin(request, origin).startsWith('https:');
  const key = url.searchParams.get('key');
  if (key !== null) {
    const address = clientAddress(request, origin.trustProxy);
    await limits.badKey.check(address);
    if ((await identity.screenOf(key, wall, screen)) === null) {
      await limits.badKey.take(address);
      refuseKey(response);
      return true;
    }
    url.searchParams.delete('key');
    redirect(response, url.pathname + url.search, { 'set-cookie': screenCookie(key, secure) });
    return true;
  }
  if ((await identity.principalOf(webHeaders(request))) !== null) return false;
  const open = openScreens?.(wall, screen) ?? null;
  if (open === null) {
    sendToSignIn(response, url);
    return true;
  }
  response.setHeader('set-cookie', screenCookie(open, secure));
  return false;
}

function screenCookie(key: string, secure: boolean): string {
  const value = `${SCREEN_COOKIE}=${encodeURIComponent(key)}; Path=/; Max-Age=${screenCookieSeconds}`;
  return `${value}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

function sendToSignIn(response: ServerResponse, url: URL): void {
  redirect(response, `/login?next=${encodeURIComponent(url.pathname + url.search)}`);
}

/** Seen by whoever hangs the screen, in both languages and without scripts. */
function refuseKey(response: ServerResponse): void {
  const page =
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Citywall</title>' +
    '<body style="margin:20vh 10vw;background:#0b0f11;color:#b8bfc4;font:1.4rem/1.8 sans-serif">' +
    '<p>此屏幕密钥无效或已停用，请向管理员索取新的链接。</p>' +
    '<p lang="en">This screen key is not valid here or was revoked. Ask an administrator for a new link.</p>';
  send(response, 403, page, { 'content-type': 'text/html; charset=utf-8' });
}
