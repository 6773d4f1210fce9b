import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isEncrypted, ownOrigin, type OriginFacts } from './origin.ts';

/** For whom `Strict-Transport-Security` speaks, where browsers come by TLS: nobody, this host, those below it too. */
export type StrictTransport = 'off' | 'host' | 'subdomains';

export type SecurityFacts = OriginFacts & {
  /** Pages that are built as they change evaluate what they are told. */
  development: boolean;
  strictTransport: StrictTransport;
};

/** What is no page: whatever a browser takes it for, it runs, loads and frames nothing. */
export const ANSWER_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Scripts, styles and data. A worker has a policy of its own, which comes with its script. */
export const FILE_POLICY =
  "default-src 'self'; connect-src 'self' blob: data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Pages that stand inside another of ours: what a wall would show, beside its editor; and a wall, whose fresh page is
 * painted behind the one that is shown before it takes its place.
 */
const FRAMED = /^\/(?:wall-preview$|wall\/)/;
const HTML_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const NONCE_BYTES = 16;
const YEAR_SECONDS = 365 * 86_400;
/** What a browser says of the host it asked; nothing else may get into a header. */
const HOST = /^[\w.-]+(?::\d{1,5})?$|^\[[\da-f:.]+\](?::\d{1,5})?$/i;

/**
 * What a page may load and run: our own files, and of scripts only those that bear this answer's own number, with what
 * they load. Texts that somebody else wrote run nowhere, even where they would get into a page.
 *
 * @param nonce of this answer alone.
 * @param host of this server as the browser sees it: older browsers do not take 'self' to include a socket to it.
 */
export function pagePolicy(
  nonce: string,
  {
    host,
    secure,
    development,
    framed,
  }: { host: string | null; secure: boolean; development: boolean; framed: boolean },
): string {
  const socket = host === null ? '' : ` ${secure ? 'wss' : 'ws'}://${host}`;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // React writes positions and colours into elements; a style can neither run nor load anything but our own images.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${socket}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framed ? "'self'" : "'none'"}`,
  ].join('; ');
}

/** What goes with every answer, whatever it is; a page or a file gets a policy of its own instead of the strictest. */
export function protectAnswer(request: IncomingMessage, response: ServerResponse, facts: SecurityFacts): void {
  // Who asks has no say in it: the pages' renderer would take its number from there.
  delete request.headers['content-security-policy'];
  delete request.headers['content-security-policy-report-only'];
  response.setHeader('content-security-policy', ANSWER_POLICY);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader(
    'permissions-policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), bluetooth=(), browsing-topics=()',
  );
  if (facts.strictTransport === 'off' || !isEncrypted(request, facts)) return;
  const below = facts.strictTransport === 'subdomains' ? '; includeSubDomains' : '';
  response.setHeader('strict-transport-security', `max-age=${YEAR_SECONDS}${below}`);
}

/**
 * What goes with a page, or with one of its files: the renderer reads the page's number from the request and puts it on
 * each of its own scripts.
 */
export function protectPage(request: IncomingMessage, response: ServerResponse, facts: SecurityFacts): void {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (isFile(path)) {
    response.setHeader('content-security-policy', FILE_POLICY);
    return;
  }
  const origin = ownOrigin(request, facts);
  const { host } = URL.canParse(origin) ? new URL(origin) : { host: '' };
  const framed = FRAMED.test(path);
  const policy = pagePolicy(randomBytes(NONCE_BYTES).toString('base64'), {
    ...{ host: HOST.test(host) ? host : null, secure: origin.startsWith('https:') },
    ...{ development: facts.development, framed },
  });
  request.headers['content-security-policy'] = policy;
  response.setHeader('content-security-policy', policy);
  if (framed) response.setHeader('x-frame-options', 'SAMEORIGIN');
}

/** A page of text alone, which a browser shows without scripts. */
export function protectText(response: ServerResponse): void {
  response.setHeader('content-security-policy', HTML_POLICY);
}

/** What has a name with an ending is a file; pages have none. */
function isFile(path: string): boolean {
  return /\.\w{1,12}$/.test(path) || path.startsWith('/_next/static/');
}
