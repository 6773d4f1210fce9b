import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { once } from 'node:events';

/** A CSV file that is written line by line. */
export type CsvWriter = {
  write(cells: readonly (string | number | null)[]): void;
  /** Resolves when all is on disk; rejects when something could not be written. */
  close(): Promise<void>;
};

/** Starts a CSV file (UTF-8, lines ended by a line feed), with its folder where that is absent. */
export async function createCsvWriter(path: string, header: readonly string[]): Promise<CsvWriter> {
  await mkdir(dirname(path), { recursive: true });
  const stream = createWriteStream(path, { encoding: 'utf8' });
  await once(stream, 'open');
  let failure: Error | null = null;
  stream.on('error', (error) => (failure = error));
  // Lines are gathered: a write for each would cost more than making them.
  let waiting: string[] = [];
  const flush = (): void => {
    if (waiting.length > 0) stream.write(waiting.join(''));
    waiting = [];
  };
  const write: CsvWriter['write'] = (cells) => {
    waiting.push(`${cells.map(cellText).join(',')}\n`);
    if (waiting.length >= 2_000) flush();
  };
  write(header);
  return {
    write,
    async close() {
      flush();
      stream.end();
      if (failure === null) await once(stream, 'close');
      if (failure !== null) throw failure;
    },
  };
}

function cellText(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
