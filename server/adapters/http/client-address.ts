import type { IncomingMessage } from 'node:http';

/** The address a request comes from. Behind a trusted proxy it is the one that the proxy itself put last. */
export function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = request.headers['x-forwarded-for'];
  if (trustProxy && forwarded !== undefined) {
    const last = String(forwarded).split(',').at(-1)?.trim();
    if (last) return last;
  }
  return plain(request.socket.remoteAddress ?? '');
}

/** Whether a request comes from this machine itself, not through a proxy on it. */
export function isFromHere(request: IncomingMessage): boolean {
  if (request.headers['x-forwarded-for'] !== undefined || request.headers['forwarded'] !== undefined) return false;
  const address = plain(request.socket.remoteAddress ?? '');
  return address === '::1' || address.startsWith('127.');
}

function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}
