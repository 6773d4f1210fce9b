import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTileArchive } from '#adapters/files/tile-archive.ts';
import { madeArchive, type MadeArchive } from '../../../fixtures/tile-archive.ts';

const city = [116.7, 38.5, 118.1, 40.3] as const;
let folder = '';
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiles-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(bytes: Uint8Array): Promise<string> {
  const path = join(folder, `${(count += 1)}.pmtiles`);
  await writeFile(path, bytes);
  return path;
}
const refused = async (made: MadeArchive | Uint8Array): Promise<string> => {
  const path = await written(made instanceof Uint8Array ? made : madeArchive(made));
  return openTileArchive(path, city).then(
    () => 'taken',
    (error: Error) => `${error.name}: ${error.message.replace(path, 'FILE')}`,
  );
};

describe('a tile archive', () => {
  it('says what it holds, with its credit as plain words, and reads ranges', async () => {
    const metadata = {
      attribution: '<a href="https://x">&copy; Survey</a> &amp; others',
      vector_layers: [{ id: 'water' }, { id: 'roads' }, 7],
    };
    const archive = await openTileArchive(await written(madeArchive({ metadata })), city);
    expect(archive.tiles).toEqual({
      kind: 'archive',
      url: '/map/tiles.pmtiles',
      tiles: 'vector',
      layers: ['water', 'roads'],
      credit: { zh: '© Survey & others', en: '© Survey & others' },
    });
    expect([...(await archive.read(archive.size - 2, 10))]).toEqual([2, 3]);
    await archive.close();
  });

  it('tells pictures from vectors', async () => {
    const archive = await openTileArchive(await written(madeArchive({ type: 2 })), city);
    expect(archive.tiles.tiles).toBe('raster');
    await archive.close();
  });

  it('is refused with its name and the reason', async () => {
    expect(await refused(new TextEncoder().encode('no archive at all, but long enough to be one'.repeat(9)))).toMatch(
      /TileArchiveError: 'FILE' is no PMTiles archive/,
    );
    expect(await refused(new Uint8Array(3))).toMatch(/is no PMTiles archive/);
    expect(await refused({ bounds: [2, 48, 3, 49] })).toMatch(
      /covers 2\.00, 48\.00, 3\.00, 49\.00, which is not this city/,
    );
    expect(await refused({ type: 0 })).toMatch(/neither Mapbox vector tiles nor/);
    expect(await refused({ compression: 3 })).toMatch(/other means than gzip/);
    await expect(openTileArchive(join(folder, 'none.pmtiles'), city)).rejects.toThrow(/none\.pmtiles' cannot be read/);
  });
});
