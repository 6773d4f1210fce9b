import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FileFault } from '#adapters/files/file-fault.ts';
import { readMapFile, type NamedBytes } from '#adapters/files/map-file.ts';
import type { MapLayer } from '#adapters/files/map-layer.ts';

/** Reads a map file from disk, with the files that belong to a .shp. Throws FileFault in one clear line. */
export async function readLayer(path: string): Promise<MapLayer> {
  const files: NamedBytes[] = [await readOne(path)];
  if (/\.shp$/iu.test(path)) {
    const stem = basename(path).slice(0, -4).toLowerCase();
    for (const name of await readdir(dirname(path)))
      if (/\.(dbf|prj|cpg)$/iu.test(name) && name.slice(0, -4).toLowerCase() === stem)
        files.push(await readOne(join(dirname(path), name)));
  }
  try {
    return readMapFile(files.map(({ name, bytes }) => ({ name: basename(name), bytes })));
  } catch (error) {
    throw error instanceof FileFault ? new FileFault(`${path}: ${error.message}`) : error;
  }
}

async function readOne(path: string): Promise<NamedBytes> {
  try {
    return { name: path, bytes: await readFile(path) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new FileFault(`there is no file ${path}`);
    throw new FileFault(code === 'EISDIR' ? `${path} is a folder: name a file` : message);
  }
}
