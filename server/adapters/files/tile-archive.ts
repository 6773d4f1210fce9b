import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { Compression, PMTiles, TileType, type RangeResponse, type Source } from 'pmtiles';
import type { MapTiles } from '#wire/tiles.ts';

/** A tile archive that cannot be used; the message says which file and why. */
export class TileArchiveError extends Error {
  override readonly name = 'TileArchiveError';
}

/** A city's own base map in one PMTiles file. */
export type TileArchive = {
  size: number;
  /** Changes when the file does. */
  etag: string;
  tiles: Extract<MapTiles, { kind: 'archive' }>;
  /** Bytes from `from`, at most `length` of them. */
  read(from: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
};

/** Degrees: [west, south, east, north]. */
type Bounds = readonly [number, number, number, number];

const PICTURES: ReadonlySet<TileType> = new Set([TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif]);

/**
 * Opens a PMTiles archive (version 3) that covers some of `city`. Its tiles must be in WGS-84 or CGCS2000: a file does
 * not say, so one in GCJ-02 is not found out. Rejects with TileArchiveError.
 */
export async function openTileArchive(path: string, city: Bounds): Promise<TileArchive> {
  const file = await opened(path);
  try {
    const { size, mtimeMs } = await file.stat();
    const archive = new PMTiles(sourceOf(path, file));
    const header = await archive.getHeader().catch((error: unknown) => {
      throw refusal(path, `is no PMTiles archive of version 3 (${wordsOf(error)})`);
    });
    const { tileType, minLon, minLat, maxLon, maxLat } = header;
    const isVector = tileType === TileType.Mvt;
    if (!isVector && !PICTURES.has(tileType))
      throw refusal(path, 'holds neither Mapbox vector tiles nor PNG, JPEG, WebP or AVIF pictures');
    if (header.tileCompression !== Compression.None && header.tileCompression !== Compression.Gzip && isVector)
      throw refusal(path, 'holds tiles compressed by other means than gzip, which browsers cannot open');
    const [west, south, east, north] = city;
    if (maxLon < west || minLon > east || maxLat < south || minLat > north)
      throw refusal(
        path,
        `covers ${[minLon, minLat, maxLon, maxLat].map((edge) => edge.toFixed(2)).join(', ')}, which is not this city (${city.map((edge) => edge.toFixed(2)).join(', ')})`,
      );
    const metadata = (await archive.getMetadata()) as { attribution?: unknown; vector_layers?: unknown };
    const words = plainText(metadata.attribution) ?? basename(path);
    return {
      size,
      etag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`,
      tiles: {
        kind: 'archive',
        url: '/map/tiles.pmtiles',
        tiles: isVector ? 'vector' : 'raster',
        layers: layersOf(metadata.vector_layers),
        credit: { zh: words, en: words },
      },
      read: (from, length) => readAt(file, from, length),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw refusal(path, `cannot be read (${wordsOf(error)})`);
  }
}

function sourceOf(path: string, file: FileHandle): Source {
  return {
    getKey: () => path,
    async getBytes(offset: number, length: number): Promise<RangeResponse> {
      const bytes = await readAt(file, offset, length);
      return { data: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer };
    },
  };
}

async function readAt(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

function layersOf(layers: unknown): string[] {
  if (!Array.isArray(layers)) return [];
  return layers.flatMap((layer: unknown) => {
    const id = typeof layer === 'object' && layer !== null && 'id' in layer ? layer.id : null;
    return typeof id === 'string' ? [id] : [];
  });
}

/** Credits are HTML in the wild: links go, words stay. */
function plainText(html: unknown): string | null {
  if (typeof html !== 'string') return null;
  const text = html
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&copy;/gu, '©')
    .replace(/&amp;/gu, '&')
    .replace(/\s+/gu, ' ')
    .trim();
  return text === '' ? null : text.slice(0, 120);
}

function refusal(path: string, why: string): TileArchiveError {
  return new TileArchiveError(`'${path}' ${why}`);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
