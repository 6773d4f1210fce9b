import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { pipeline } from 'node:stream';
import { HeaderError, type FileRow } from '#application/import/profile.ts';

/** A CSV file as it is being read: its header and, in batches, the rows below it. */
export type OpenCsv = {
  header: readonly string[];
  /** At most `size` rows each, in order. Throws Error naming the line where the text is no CSV. */
  batches(size: number): AsyncIterable<readonly FileRow[]>;
  /** Share of the file's bytes read so far, 0 to 1. */
  progress(): number;
  close(): void;
};

type Parsed = { record: string[]; info: { lines: number } };

/** One record cannot be longer than this: a quote that is never closed must not swallow the file. */
const LONGEST_RECORD = 1_000_000;

/**
 * Opens a CSV file (UTF-8, gzipped or not) as a stream: its size does not matter.
 *
 * @throws HeaderError when it has no header; Error in one clear line when it cannot be read.
 */
export async function openCsv(path: string): Promise<OpenCsv> {
  const { size } = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? `there is no file ${path}` : `${path}: ${error.message}`);
  });
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
  const streams = (await isGzipped(path)) ? ([file, createGunzip(), parser] as const) : ([file, parser] as const);
  pipeline([...streams], (error) => {
    // A reader of the parser hears of it there; destroying it says it to one that comes later.
    if (error) parser.destroy(error);
  });
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<Parsed>;
  const next = async (): Promise<Parsed | null> => {
    try {
      const { value, done } = (await records.next()) as IteratorResult<Parsed, undefined>;
      return done === true ? null : value;
    } catch (error) {
      throw new Error(`${path}: ${explain(error)}`, { cause: error });
    }
  };
  const first = await next();
  if (first === null) throw new HeaderError(`${path} is empty: its first line must name the columns`);
  return {
    header: first.record,
    progress: () => (size === 0 ? 1 : file.bytesRead / size),
    close: () => void file.destroy(),
    async *batches(count) {
      let rows: FileRow[] = [];
      for (let parsed = await next(); parsed !== null; parsed = await next()) {
        rows.push({ line: firstLineOf(parsed), cells: parsed.record });
        if (rows.length < count) continue;
        yield rows;
        rows = [];
      }
      if (rows.length > 0) yield rows;
    },
  };
}

/** csv-parse counts the lines up to the record's end; blank lines before it are none of its own. */
function firstLineOf({ record, info }: Parsed): number {
  return info.lines - record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
}

async function isGzipped(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

function explain(error: unknown): string {
  const { code, message, lines } = error as { code?: string; message: string; lines?: number };
  if (code === 'CSV_QUOTE_NOT_CLOSED') return `a quote that is opened before line ${lines ?? '?'} is never closed`;
  if (code === 'CSV_MAX_RECORD_SIZE')
    return `a quote is not closed: the row that ends near line ${lines ?? '?'} has over ${LONGEST_RECORD} letters`;
  if (code?.startsWith('Z_') === true) return `it is gzipped, but damaged or cut short (${message})`;
  if (code?.startsWith('CSV_') === true) return `line ${lines ?? '?'} is no CSV: ${message}`;
  return message;
}
