import { describe, expect, it } from 'vitest';
import { cacheName, cacheRule, keptAs, outdated } from '#client/heal/cache-rules.ts';

const ORIGIN = 'https://wall.example';
const rule = (path: string, mode = 'no-cors', method = 'GET') =>
  cacheRule({ url: path.startsWith('http') ? path : ORIGIN + path, method, mode }, ORIGIN);

describe('what the service worker answers', () => {
  it('brings a wall’s page up without a server, and no other page', () => {
    expect(rule('/wall/main/1?lang=en', 'navigate')).toBe('page');
    expect(rule('/desk', 'navigate')).toBe('pass');
    expect(rule('/wall/main/1/more', 'navigate')).toBe('pass');
  });

  it('lets a key in an address through to the server alone', () => {
    expect(rule('/wall/main/1?key=secret', 'navigate')).toBe('pass');
    expect(keptAs(`${ORIGIN}/wall/main/1?key=secret`, ORIGIN)).toBeNull();
  });

  it('takes what is named by its content from what was kept, and the base map from the server first', () => {
    expect(rule('/_next/static/chunks/0a1b.js')).toBe('frozen');
    expect(rule('/map/districts.json', 'cors')).toBe('fresh');
    expect(rule('/wall/maplibre-gl-worker.mjs', 'same-origin')).toBe('fresh');
  });

  it('leaves map tiles to the server: a city of them is gigabytes', () => {
    expect(rule('/map/tiles.json', 'cors')).toBe('fresh');
    expect(rule('/map/tiles.pmtiles', 'cors')).toBe('pass');
    expect(rule('/map/tianditu/12/3372/1552')).toBe('pass');
    expect(keptAs(`${ORIGIN}/map/tiles.pmtiles`, ORIGIN)).toBeNull();
  });

  it('never touches answers of the living city, other origins or anything that is sent', () => {
    for (const path of ['/api/v1/dictionary', '/api/v1/figures', '/api/auth/session', '/socket.io/?EIO=4', '/readyz'])
      expect(rule(path, 'cors')).toBe('pass');
    expect(rule('https://tiles.example/1/2/3')).toBe('pass');
    expect(rule('/map/districts.json', 'cors', 'POST')).toBe('pass');
    expect(rule('/wall/main/1?_rsc=abc', 'cors')).toBe('pass');
  });
});

describe('what it keeps', () => {
  it('keeps a page under its address alone and parts of it as they were asked for', () => {
    expect(keptAs(`${ORIGIN}/wall/main/1?lang=en`, ORIGIN)).toBe(`${ORIGIN}/wall/main/1`);
    expect(keptAs(`${ORIGIN}/_next/static/a.woff2`, ORIGIN)).toBe(`${ORIGIN}/_next/static/a.woff2`);
    expect(keptAs(`${ORIGIN}/api/v1/dictionary`, ORIGIN)).toBeNull();
    expect(keptAs('blob:https://wall.example/1', ORIGIN)).toBeNull();
    expect(keptAs('not an address', ORIGIN)).toBeNull();
  });

  it('removes what other builds kept, and nobody else’s caches', () => {
    expect(outdated([cacheName('a'), cacheName('b'), 'another-cache'], 'b')).toEqual([cacheName('a')]);
  });
});
