import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const mark = z.object({
  /** Name and content of the file that the folder's city was drawn from. */
  file: z.string(),
  sha256: z.string(),
  source: z.string(),
  /** The code of each name that the file has for an area, by `areaKey`. */
  areas: z.record(z.string(), z.string()),
});

/** What a replay's data folder says of the file that its city was drawn from. */
export type ReplayMark = z.infer<typeof mark>;

const NAME = 'replay.json';

/** SHA-256 of a file's bytes, in hex. */
export async function contentOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** The mark of a data folder; null: no city was drawn in it. Throws Error in one line where it cannot be read. */
export async function readMark(dataDirectory: string): Promise<ReplayMark | null> {
  const path = join(dataDirectory, NAME);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return mark.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${path} is not as a replay leaves it: name another --data-dir`, { cause: error });
  }
}

export async function writeMark(dataDirectory: string, content: ReplayMark): Promise<void> {
  await writeFile(join(dataDirectory, NAME), `${JSON.stringify(content, null, 2)}\n`);
}

/** Throws one clear line where a folder's city was drawn from another file, or another source's reading of it. */
export function refuseOtherFile(
  dataDirectory: string,
  held: ReplayMark,
  given: Pick<ReplayMark, 'file' | 'sha256' | 'source'>,
): void {
  if (held.sha256 === given.sha256 && held.source === given.source) return;
  const [was, is] = [basename(held.file), basename(given.file)];
  const why =
    held.sha256 !== given.sha256
      ? was === is
        ? `${is} has changed since`
        : `this is ${is}`
      : `now its source is called ${given.source}, not ${held.source}`;
  throw new Error(`${dataDirectory} holds the city of ${was}, and ${why}: name another --data-dir`);
}
