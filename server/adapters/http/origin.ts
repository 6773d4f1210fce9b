import type { IncomingMessage } from 'node:http';

/** What is known of the addresses under which browsers reach this server. */
export type OriginFacts = { publicUrl: string | null; trustProxy: boolean };

/** The origin a browser shows for this request, such as `http://10.0.0.5:3000`. */
export function ownOrigin(request: IncomingMessage, { publicUrl, trustProxy }: OriginFacts): string {
  if (publicUrl !== null) return publicUrl;
  const encrypted = 'encrypted' in request.socket && request.socket.encrypted === true;
  const protocol = (trustProxy && first(request.headers['x-forwarded-proto'])) || (encrypted ? 'https' : 'http');
  const host = (trustProxy && first(request.headers['x-forwarded-host'])) || request.headers.host || 'localhost';
  return `${protocol}://${host}`;
}

/** Whether browsers reach this server by TLS: cookies then go over nothing else. */
export function isEncrypted(request: IncomingMessage, facts: OriginFacts): boolean {
  return ownOrigin(request, facts).startsWith('https:');
}

/**
 * Whether a state-changing request that carries a browser's cookies was made by our own pages. Browsers always say where
 * a request comes from; programs that say nothing have no cookies that another site could misuse.
 */
export function isOwnPage(request: IncomingMessage, facts: OriginFacts): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return sameHost(origin, ownOrigin(request, facts));
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** The scheme may differ where a proxy ends TLS without saying so; the host may not. */
function sameHost(origin: string, own: string): boolean {
  return URL.canParse(origin) && URL.canParse(own) && new URL(origin).host === new URL(own).host;
}

function first(header: string | string[] | undefined): string {
  return (
    String(header ?? '')
      .split(',', 1)[0]
      ?.trim() ?? ''
  );
}
