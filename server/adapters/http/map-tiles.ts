import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MapTiles } from '#wire/tiles.ts';
import { webHeaders } from './handler.ts';
import { send, sendJson } from './respond.ts';
import { isTile, type Tianditu } from './tianditu.ts';

/** An archive as it is read in ranges. */
export type RangedFile = {
  size: number;
  etag: string;
  tiles: MapTiles;
  read(from: number, length: number): Promise<Uint8Array>;
};

export type MapTilesOptions = {
  /** A city's own archive, Tianditu, or neither. */
  archive: RangedFile | null;
  tianditu: Tianditu | null;
  /** Whether these headers are of somebody who may see the platform at all: Tianditu counts what its key asks for. */
  isKnown: (headers: Headers) => Promise<boolean>;
  onFault: (what: string, error: unknown) => void;
};

/** Answers a request for the base map's tiles and returns true; false: it is not for here. */
export type AnswerMapTiles = (request: IncomingMessage, response: ServerResponse) => boolean;

/** As much as one range may ask for. */
const MOST_RANGE = 32 * 1_024 * 1_024;
const DAY_S = 86_400;

/** The base map's tiles: what there is, the archive in ranges, and Tianditu's pictures with the key kept here. */
export function createMapTiles(options: MapTilesOptions): AnswerMapTiles {
  const { archive, tianditu } = options;
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (path === '/map/tiles.json') {
      sendJson(response, 200, archive?.tiles ?? tianditu?.tiles ?? null, { 'cache-control': 'no-cache' });
      return true;
    }
    const fault = (error: unknown): void => {
      options.onFault('a tile of the base map could not be had', error);
      if (!response.headersSent) send(response, 502, '', {});
    };
    if (path === '/map/tiles.pmtiles' && archive !== null) {
      sendRange(archive, request, response).catch(fault);
      return true;
    }
    const [, zoom, column, row] = /^\/map\/tianditu\/(\d{1,2})\/(\d{1,6})\/(\d{1,6})$/.exec(path) ?? [];
    if (zoom === undefined || tianditu === null) return false;
    sendPicture(options, tianditu, [Number(zoom), Number(column), Number(row)], request, response).catch(fault);
    return true;
  };
}

/** One range of the archive (RFC 9110): a page never needs the whole, which may be gigabytes. */
async function sendRange(archive: RangedFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = {
    'content-type': 'application/vnd.pmtiles',
    'accept-ranges': 'bytes',
    etag: archive.etag,
    'cache-control': 'no-cache',
  };
  const [, first, last] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(request.headers.range ?? '') ?? [];
  const from = Number(first);
  const to = Math.min(archive.size - 1, last === undefined || last === '' ? Infinity : Number(last));
  if (first === undefined || from > to || to - from >= MOST_RANGE) {
    send(response, 416, '', { ...headers, 'content-range': `bytes */${archive.size}` });
    return;
  }
  const bytes = request.method === 'HEAD' ? new Uint8Array(0) : await archive.read(from, to - from + 1);
  send(response, 206, bytes, { ...headers, 'content-range': `bytes ${from}-${to}/${archive.size}` });
}

async function sendPicture(
  { isKnown }: MapTilesOptions,
  tianditu: Tianditu,
  [zoom, column, row]: [number, number, number],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isTile(zoom, column, row)) return send(response, 404, '', {});
  if (!(await isKnown(webHeaders(request)))) return send(response, 401, '', {});
  const picture = await tianditu.picture(zoom, column, row);
  if (picture === null) return send(response, 404, '', {});
  send(response, 200, picture.bytes, {
    'content-type': picture.type,
    'cache-control': `private, max-age=${7 * DAY_S}`,
  });
}
