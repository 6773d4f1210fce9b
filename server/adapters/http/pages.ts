import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ScreenPlace } from '#domain/screen/screen.ts';
import { clientAddress } from './client-address.ts';
import { webHeaders, type HttpParts } from './handler.ts';
import { isEncrypted } from './origin.ts';
import { ProblemError } from './problem-error.ts';
import { redirect, send } from './respond.ts';
import { noScreenCookie, screenCookie } from './screen-cookie.ts';
import { protectText } from './security-headers.ts';

/** The key of a screen that anybody may open; null for any other. */
export type OpenScreens = (wall: string, screen: string) => string | null;

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
    else await openWithoutKey(parts, openScreens?.(wall, screen) ?? null, request, response, { wall, screen });
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
  const kept = screenCookie({ wall, screen: name }, key, isEncrypted(request, origin));
  redirect(response, url.pathname + url.search, { 'set-cookie': kept });
}

/**
 * Whoever is known already stays who they are. A screen whose key was revoked loses it with the page it loads: that page
 * can ask to be let in anew.
 */
async function openWithoutKey(
  { identity, origin }: HttpParts,
  open: string | null,
  request: IncomingMessage,
  response: ServerResponse,
  place: ScreenPlace,
): Promise<void> {
  const headers = webHeaders(request);
  const here = await identity.screenAt(headers, place);
  if (here === 'revoked') response.setHeader('set-cookie', noScreenCookie(place, isEncrypted(request, origin)));
  if (here !== 'none' || open === null) return;
  const known = await identity.principalOf(headers);
  if (known !== null && known.role !== 'screen') return;
  if ((await identity.screenOf(open, place.wall, place.screen)) === null) return;
  response.setHeader('set-cookie', screenCookie(place, open, isEncrypted(request, origin)));
}

/** Seen by whoever hangs the screen, in both languages and without scripts. */
function refuseKey(response: ServerResponse, status: number): void {
  const page =
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Citywall</title>' +
    '<body style="margin:20vh 10vw;background:#0b0f11;color:#b8bfc4;font:1.4rem/1.8 sans-serif">' +
    '<p>此屏幕密钥无效或已停用，请向管理员索取新的链接。</p>' +
    '<p lang="en">This screen key is not valid here or was revoked. Ask an administrator for a new link.</p>';
  protectText(response);
  send(response, status === 429 ? 429 : 403, page, { 'content-type': 'text/html; charset=utf-8' });
}
