import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createMapTiles, type MapTilesOptions, type RangedFile } from '#adapters/http/map-tiles.ts';
import { createTianditu } from '#adapters/http/tianditu.ts';

const KEY = '0123456789abcdef0123456789abcdef';
let server: Server | null = null;
afterEach(() => server?.close());

async function serve(options: Partial<MapTilesOptions>) {
  const faults: string[] = [];
  const answer = createMapTiles({
    archive: null,
    tianditu: null,
    isKnown: () => Promise.resolve(true),
    onFault: (_what, error) => faults.push(String(error)),
    ...options,
  });
  server = createServer((request, response) => {
    if (!answer(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { faults, ask: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init) };
}

const bytes = Uint8Array.from({ length: 100 }, (_, index) => index);
const archive: RangedFile = {
  size: bytes.length,
  etag: '"a"',
  tiles: {
    kind: 'archive',
    url: '/map/tiles.pmtiles',
    tiles: 'vector',
    layers: ['water'],
    credit: { zh: '甲', en: 'A' },
  },
  read: (from, length) => Promise.resolve(bytes.slice(from, from + length)),
};

/** Stands for the service: what it was asked, and answers one after another. */
function service(...answers: (Response | Error)[]) {
  const asked: URL[] = [];
  const ask = ((url: URL, { redirect }: RequestInit = {}) => {
    if (redirect !== 'error') return Promise.reject(new Error('led elsewhere, the key would go along'));
    asked.push(url);
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    return answer instanceof Response ? Promise.resolve(answer.clone()) : Promise.reject(answer ?? new Error('none'));
  }) as unknown as typeof fetch;
  return { asked, ask };
}
const picture = () => new Response(new Uint8Array([9, 9]), { headers: { 'content-type': 'image/png' } });

describe('tiles of the base map', () => {
  it('are none where a city has none', async () => {
    const { ask } = await serve({});
    expect(await (await ask('/map/tiles.json')).json()).toBe(null);
    expect((await ask('/map/tiles.pmtiles', { headers: { range: 'bytes=0-9' } })).status).toBe(404);
    expect((await ask('/map/tianditu/3/1/1')).status).toBe(404);
  });

  it('come out of an archive in ranges, and never whole', async () => {
    const { ask } = await serve({ archive });
    expect(await (await ask('/map/tiles.json')).json()).toEqual(archive.tiles);
    const part = await ask('/map/tiles.pmtiles', { headers: { range: 'bytes=10-19' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 10-19/100']);
    expect([...new Uint8Array(await part.arrayBuffer())]).toEqual([...bytes.slice(10, 20)]);
    const end = await ask('/map/tiles.pmtiles', { headers: { range: 'bytes=95-400' } });
    expect(end.headers.get('content-range')).toBe('bytes 95-99/100');
    for (const range of ['bytes=200-300', 'bytes=9-3', 'bytes=-5', 'lines=1-2', '']) {
      const refused = await ask('/map/tiles.pmtiles', { headers: { range } });
      expect([range, refused.status]).toEqual([range, 416]);
    }
  });

  it('are fetched from Tianditu by the server, which alone knows the key, and asked for once', async () => {
    const { asked, ask: fetchTile } = service(picture());
    const tianditu = createTianditu(KEY, fetchTile);
    const { ask } = await serve({ tianditu });
    expect(await (await ask('/map/tiles.json')).text()).not.toContain(KEY);
    const answer = await ask('/map/tianditu/10/845/388');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await ask('/map/tianditu/10/845/388')).status).toBe(200);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.hostname).toMatch(/^t[0-7]\.tianditu\.gov\.cn$/);
    const { searchParams } = asked[0] as URL;
    const named = ['TILEMATRIXSET', 'TILEMATRIX', 'TILECOL', 'TILEROW', 'tk'].map((name) => searchParams.get(name));
    expect(named).toEqual(['w', '10', '845', '388', KEY]);
  });

  it('are not given to strangers, and no tile is made up', async () => {
    const { asked, ask: fetchTile } = service(picture());
    const { ask } = await serve({ tianditu: createTianditu(KEY, fetchTile), isKnown: () => Promise.resolve(false) });
    expect((await ask('/map/tianditu/10/845/388')).status).toBe(401);
    for (const path of ['3/9/1', '0/0/0', '19/1/1', '3/1/x'])
      expect((await ask(`/map/tianditu/${path}`)).status).toBe(404);
    expect(asked).toEqual([]);
  });

  it('say by the setting’s name when the key is refused, and are tried again after a fault', async () => {
    const { asked, ask: fetchTile } = service(new Response('no', { status: 403 }), new Error('down'), picture());
    const { ask, faults } = await serve({ tianditu: createTianditu(KEY, fetchTile) });
    expect((await ask('/map/tianditu/10/845/388')).status).toBe(502);
    expect(faults[0]).toMatch(/CITYWALL_TIANDITU_KEY: Tianditu refuses this key/);
    expect((await ask('/map/tianditu/10/845/388')).status).toBe(502);
    expect((await ask('/map/tianditu/10/845/388')).status).toBe(200);
    expect(asked).toHaveLength(3);
    expect(faults.join()).not.toContain(KEY);
  });
});
