import type { MapTiles } from '#wire/tiles.ts';

/** A picture as it came, and its type. */
export type Picture = { bytes: Uint8Array; type: string };

export type Tianditu = {
  tiles: MapTiles;
  /** A tile of the vector base map. Null where there is none; rejects when the service cannot be had. */
  picture(zoom: number, column: number, row: number): Promise<Picture | null>;
};

const MOST_ZOOM = 18;
const WAIT_MS = 8_000;
/** Tiles kept, so that a wall that goes round its scenes asks the service once. */
const MOST_KEPT = 4_000;
const HOSTS = 8;

/**
 * Tianditu's base map, fetched by this server with the platform's key: pages never learn the key and load nothing from
 * outside. Its tiles are in CGCS2000, which needs no shift against WGS-84. `ask` stands for fetch in tests.
 */
export function createTianditu(key: string, ask: typeof fetch = fetch): Tianditu {
  const kept = new Map<string, Promise<Picture | null>>();
  return {
    tiles: {
      kind: 'pictures',
      url: '/map/tianditu/{z}/{x}/{y}',
      mostZoom: MOST_ZOOM,
      light: true,
      credit: { zh: '天地图', en: 'Tianditu' },
    },
    picture(zoom, column, row) {
      const name = `${zoom}/${column}/${row}`;
      const known = kept.get(name);
      if (known !== undefined) return known;
      const coming = fetchTile(key, zoom, column, row, ask);
      kept.set(name, coming);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      // What failed is asked for again.
      coming.catch(() => kept.delete(name));
      return coming;
    },
  };
}

/** Whether there can be such a tile at all. */
export function isTile(zoom: number, column: number, row: number): boolean {
  return zoom >= 1 && zoom <= MOST_ZOOM && column < 2 ** zoom && row < 2 ** zoom;
}

async function fetchTile(
  key: string,
  zoom: number,
  column: number,
  row: number,
  ask: typeof fetch,
): Promise<Picture | null> {
  const url = new URL(`https://t${(column + row) % HOSTS}.tianditu.gov.cn/vec_w/wmts`);
  const question = {
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: 'vec',
    STYLE: 'default',
    TILEMATRIXSET: 'w',
    FORMAT: 'tiles',
    TILEMATRIX: String(zoom),
    TILEROW: String(row),
    TILECOL: String(column),
    tk: key,
  };
  for (const [name, value] of Object.entries(question)) url.searchParams.set(name, value);
  // Led elsewhere, the key would go along.
  const answer = await ask(url, { redirect: 'error', signal: AbortSignal.timeout(WAIT_MS) });
  if (answer.status === 404) return null;
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status === 401 || answer.status === 403)
    throw new Error(`CITYWALL_TIANDITU_KEY: Tianditu refuses this key (${answer.status})`);
  if (!answer.ok || !type.startsWith('image/')) throw new Error(`Tianditu answered ${answer.status} ${type}`);
  return { bytes: new Uint8Array(await answer.arrayBuffer()), type };
}
