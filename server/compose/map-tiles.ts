import path from 'node:path';
import { ConfigError, type Config } from '#config';
import { openTileArchive, TileArchiveError, type TileArchive } from '#adapters/files/tile-archive.ts';
import { createMapTiles, type AnswerMapTiles } from '#adapters/http/map-tiles.ts';
import { createTianditu } from '#adapters/http/tianditu.ts';

type Bounds = readonly [number, number, number, number];

/**
 * The base map's tiles as the settings say. Rejects with ConfigError, by the setting's name, when the file they name
 * cannot be used.
 */
export async function openMapTiles(
  config: Pick<Config, 'baseMap' | 'tiandituKey'>,
  city: Bounds,
  parts: { isKnown: (headers: Headers) => Promise<boolean>; onFault: (what: string, error: unknown) => void },
): Promise<{ answer: AnswerMapTiles; close: () => Promise<void> }> {
  const archive = await archiveOf(config.baseMap, city);
  const tianditu =
    config.baseMap === 'tianditu' && config.tiandituKey !== null ? createTianditu(config.tiandituKey) : null;
  return { answer: createMapTiles({ archive, tianditu, ...parts }), close: async () => archive?.close() };
}

async function archiveOf(baseMap: string, city: Bounds): Promise<TileArchive | null> {
  if (!baseMap.endsWith('.pmtiles')) return null;
  try {
    return await openTileArchive(path.resolve(baseMap), city);
  } catch (error) {
    if (error instanceof TileArchiveError) throw new ConfigError(`CITYWALL_BASE_MAP: ${error.message}`);
    throw error;
  }
}
