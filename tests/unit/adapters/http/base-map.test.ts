import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createBaseMap, type BaseMapOptions } from '#adapters/http/base-map.ts';
import { smallTianjin } from '../../../fixtures/small-tianjin.ts';

let server: Server | null = null;
afterEach(() => server?.close());

async function serve(
  options: Partial<BaseMapOptions>,
): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const answer = createBaseMap({
    credit: null,
    places: () => places,
    isBuiltIn: () => true,
    attribution: null,
    settlements: () => [{ nameEn: 'Town', nameZh: null, lon: 117, lat: 39 }],
    ...options,
  });
  server = createServer((request, response) => {
    if (!answer(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init);
}

const places = smallTianjin();
const codesOf = async (answer: Response): Promise<string[]> =>
  ((await answer.json()) as { features: { properties: { code: string } }[] }).features.map(
    ({ properties }) => properties.code,
  );

describe('the base map', () => {
  it('is the built-in files where the built-in outlines are in force', async () => {
    const ask = await serve({});
    expect((await ask('/map/districts.json')).status).toBe(404);
  });

  it('draws the outlines that a city brought, over its own coast', async () => {
    const ask = await serve({ isBuiltIn: () => false });
    const districts = places.places.filter(({ level }) => level === 'district').map(({ code }) => code);
    const answer = await ask('/map/districts.json?v=1');
    expect(await codesOf(answer)).toEqual(districts);
    const again = await ask('/map/districts.json', { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    expect((await ask('/map/sea.json')).status).toBe(404);
  });

  it('gives another city its settlements and none of Tianjin’s waters', async () => {
    const ask = await serve({ attribution: { zh: '样例', en: 'sample' } });
    for (const part of ['sea', 'coast', 'rivers']) expect(await codesOf(await ask(`/map/${part}.json`))).toEqual([]);
    expect(await (await ask('/map/places.json')).json()).toMatchObject({
      features: [{ properties: { nameEn: 'Town' }, geometry: { coordinates: [117, 39] } }],
    });
    expect((await ask('/map/constructor.json')).status).toBe(404);
    expect((await ask('/map/districts.json', { method: 'POST' })).status).toBe(404);
  });

  it('gives another city its own credits, short ones where it has them, and the built-in ones to its own', async () => {
    const line = { zh: '样例', en: 'sample' };
    const credit = { zh: '短', en: 'short' };
    const brief = async (options: Partial<BaseMapOptions>): Promise<unknown> => {
      const ask = await serve(options);
      const answer = await (await ask('/map/attribution.json')).json();
      server?.close();
      return answer;
    };
    expect(await brief({ attribution: line, credit })).toEqual({ brief: credit, line, sources: [] });
    expect(await brief({ attribution: line })).toEqual({ brief: line, line, sources: [] });
    const ask = await serve({ isBuiltIn: () => false });
    expect((await ask('/map/attribution.json')).status).toBe(404);
  });

  it('gives the communities and unit grids of one subdistrict, whatever outlines are in force', async () => {
    const ask = await serve({});
    const subdistrict = places.places.find(
      ({ level, code }) => level === 'subdistrict' && places.childrenOf(places.ordinalOf(code)).length > 0,
    )?.code as string;
    for (const level of ['community', 'grid'] as const) {
      const expected = places.places
        .filter(
          (place, ordinal) =>
            place.level === level && places.ancestorAt(ordinal, 'subdistrict') === places.ordinalOf(subdistrict),
        )
        .map(({ code }) => code);
      expect(expected.length).toBeGreaterThan(0);
      const answer = await ask(`/map/${level}/${subdistrict}.json`);
      expect((await codesOf(answer)).sort()).toEqual(expected.sort());
      const etag = answer.headers.get('etag') ?? '';
      expect((await ask(`/map/${level}/${subdistrict}.json`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    }
    expect((await ask('/map/grid/999999999.json')).status).toBe(404);
    expect((await ask('/map/district/120101001.json')).status).toBe(404);
  });
});
