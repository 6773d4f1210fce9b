import { placeOfScreen, type ScreenPlace } from '#domain/screen/screen.ts';

/** Which screen a page at this path is; null for any other page. */
export function screenOfPath(path: string): ScreenPlace | null {
  const [, wall = '', screen = ''] = /^\/wall\/([^/]+)\/([^/]+)\/?$/.exec(path) ?? [];
  return placeOfScreen(`${wall}/${screen}`);
}

/** What the page says of itself as it connects: a wall's, which screen it is, so that the key of that place counts. */
export function handshakeOf(face: string, path: string): { screen?: string } {
  const place = face === 'wall' ? screenOfPath(path) : null;
  return place === null ? {} : { screen: `${place.wall}/${place.screen}` };
}
