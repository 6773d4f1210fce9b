import { readdirSync, rmSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { root } from './command.mjs';

const compress = promisify(brotliCompress);
/** Smaller ones fit into a packet anyway. */
const LEAST_BYTES = 1_400;

/** Packs scripts and styles as small as they get, beside themselves: once a build instead of once a screen. */
export async function packScripts() {
  const folders = ['.next/static', 'public/wall'].map((folder) => join(root, folder));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const old of files.filter((file) => file.endsWith('.br'))) rmSync(old);
  const wanted = files.filter(
    (file) => /(\.(js|css)|maplibre-[\w-]+\.mjs)$/.test(file) && statSync(file).size >= LEAST_BYTES,
  );
  await Promise.all(wanted.map(pack));
}

async function pack(file) {
  const content = await readFile(file);
  const packed = await compress(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  await writeFile(`${file}.br`, packed);
}
