import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { outlineOf } from '#domain/place/outline.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Level } from '#domain/place/place.ts';
import { send } from './respond.ts';

export type BaseMapOptions = {
  /** The outlines in force. */
  places: () => PlaceIndex;
  /** Whether they are the ones that the built-in base map draws already. */
  isBuiltIn: () => boolean;
  /** Credits of another city's map; null: the built-in base map's sea, coast, rivers and names are this city's. */
  attribution: { zh: string; en: string } | null;
  /** What of them must stand beside a small map; null: all. */
  credit: { zh: string; en: string } | null;
  settlements: () => readonly { nameEn: string; nameZh: string | null; lon: number; lat: number }[];
};

/** Answers a request for a part of the base map and returns true; false: it is not for here, or the built-in file will do. */
export type AnswerBaseMap = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Levels that are asked for by subdistrict. */
type SmallLevel = 'community' | 'grid';

const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' };
/** Answers kept; a city's walls look at a few dozen subdistricts. */
const mostMade = 500;

type Feature = { type: 'Feature'; id?: number; properties: object; geometry: object };

/**
 * The base map of a city whose outlines are not the built-in ones: districts and subdistricts as they are stored now,
 * settlements as far as they are known, no sea or rivers where none are known, and the credits of what is there.
 */
export function createBaseMap({ places, isBuiltIn, attribution, credit, settlements }: BaseMapOptions): AnswerBaseMap {
  const made = new Map<string, { of: PlaceIndex; text: string; etag: string }>();
  const parts: Record<string, (index: PlaceIndex) => readonly Feature[]> = {
    districts: (index) => outlines(index, 'district'),
    subdistricts: (index) => outlines(index, 'subdistrict'),
    ...(attribution !== null && {
      places: () => settlements().map(point),
      sea: () => [],
      coast: () => [],
      rivers: () => [],
    }),
  };
  const credits =
    attribution === null ? null : JSON.stringify({ brief: credit ?? attribution, line: attribution, sources: [] });
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const within = /^\/map\/(community|grid)\/(\d{9})\.json$/.exec(path);
    if (within !== null) {
      answerWithin(request, response, within[1] as SmallLevel, within[2] as string);
      return true;
    }
    const name = /^\/map\/([a-z]+)\.json$/.exec(path)?.[1] ?? '';
    if (name === 'attribution' && credits !== null) {
      send(response, 200, credits, headers);
      return true;
    }
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (part === undefined || (attribution === null && isBuiltIn())) return false;
    sendMade(request, response, name, part);
    return true;
  };

  /** Outlines of one subdistrict's communities or unit grids; none for a code that is no subdistrict here. */
  function answerWithin(request: IncomingMessage, response: ServerResponse, level: SmallLevel, code: string): void {
    const known = places().get(code);
    if (known?.level !== 'subdistrict') {
      send(response, 404, JSON.stringify({ type: 'FeatureCollection', features: [] }), headers);
      return;
    }
    if (made.size > mostMade) made.clear();
    sendMade(request, response, `${level}/${code}`, (index) => outlinesWithin(index, code, level));
  }

  function sendMade(
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
    part: (index: PlaceIndex) => readonly Feature[],
  ): void {
    const index = places();
    let known = made.get(name);
    if (known?.of !== index) {
      const text = JSON.stringify({ type: 'FeatureCollection', features: part(index) });
      const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
      made.set(name, (known = { of: index, text, etag }));
    }
    const tagged = { ...headers, etag: known.etag };
    if (request.headers['if-none-match']?.includes(known.etag)) response.writeHead(304, tagged).end();
    else send(response, 200, known.text, tagged);
  }
}

function outlines(index: PlaceIndex, wanted: Level): Feature[] {
  return index.places.flatMap((place, ordinal): Feature[] => {
    const geometry = place.level === wanted ? outlineOf(index.partsAt(ordinal)) : null;
    if (geometry === null) return [];
    const { code, parentCode, nameZh, nameEn, approximate, areaM2 } = place;
    const properties = { code, parentCode, nameZh, nameEn, approximate, areaM2, ...place.centroid };
    return [{ type: 'Feature', id: Number(code), properties, geometry }];
  });
}

function outlinesWithin(index: PlaceIndex, subdistrict: string, level: SmallLevel): Feature[] {
  const communities = index.childrenOf(index.ordinalOf(subdistrict));
  const ordinals = level === 'community' ? communities : communities.flatMap((each) => index.childrenOf(each));
  return ordinals.flatMap((ordinal): Feature[] => {
    const geometry = outlineOf(index.partsAt(ordinal));
    const code = index.places[ordinal]?.code;
    return geometry === null || code === undefined ? [] : [{ type: 'Feature', properties: { code }, geometry }];
  });
}

function point({ nameEn, nameZh, lon, lat }: ReturnType<BaseMapOptions['settlements']>[number]): Feature {
  const properties = { nameEn, nameZh, code: null, level: 3 };
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } };
}
