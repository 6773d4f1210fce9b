import { setImmediate } from 'node:timers/promises';
import { parse } from 'csv-parse';
import type { FileRow } from '#application/import/profile.ts';
import { decodeText } from '#application/lists/decode-text.ts';
import type { ListFile, ListRefused } from '#application/lists/list-kind.ts';
import type { Sheet } from '#application/lists/table.ts';
import { readWorkbook } from './read-workbook.ts';
import { refusedFile } from './refused-file.ts';

/** One record cannot be longer than this: a quote that is never closed must not swallow the file. */
const LONGEST_RECORD = 1_000_000;
const LETTERS_AT_ONCE = 1 << 18;
const MOST_ROWS = 2_000_000;
const DELIMITERS = [',', '\t', ';'] as const;

/**
 * Reads a file of tables: XLSX with all its sheets, or CSV (one sheet named ''), in UTF-8, UTF-16 or GB18030, with any
 * line ends, delimited by commas, tabs or semicolons. What it is follows from its first bytes, not from its name.
 *
 * @throws ListRefused in one clear line: no such format, damaged, too large, empty.
 */
export async function readSheets(file: Pick<ListFile, 'name' | 'bytes'>): Promise<readonly Sheet[]> {
  const sheets = isZip(file.bytes) ? await readWorkbook(file) : [{ name: '', rows: await readCsvText(file) }];
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw refusedFile(`${file.name} holds no rows`, 'fill in the template and send it again');
  return filled;
}

/**
 * The first sheet that holds anything.
 *
 * @throws ListRefused as readSheets does.
 */
export async function readSheet(file: Pick<ListFile, 'name' | 'bytes'>): Promise<Sheet> {
  return (await readSheets(file))[0] as Sheet;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** What is no text by its first bytes, and how to mend it. */
const NO_TEXT: readonly (readonly [readonly number[], string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'it is an old .xls file: save it as .xlsx or as CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'it is a PDF: copy its table into a spreadsheet and save that as .xlsx'],
  [[0x1f, 0x8b], 'it is compressed: unpack it first'],
  [[0x52, 0x61, 0x72, 0x21], 'it is compressed: unpack it first'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'it is compressed: unpack it first'],
];

async function readCsvText({ name, bytes }: Pick<ListFile, 'name' | 'bytes'>): Promise<FileRow[]> {
  const known = NO_TEXT.find(([magic]) => magic.every((byte, at) => bytes[at] === byte));
  if (known) throw refusedFile(`${name} is no CSV and no XLSX`, known[1]);
  const { text } = decodeText(bytes);
  if (text.includes('\0')) throw refusedFile(`${name} is no text`, 'save it as "CSV UTF-8" or as .xlsx');
  return parseCsv(name, text.startsWith('\uFEFF') ? text.slice(1) : text);
}

async function parseCsv(name: string, text: string): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  const parser = parse({
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    delimiter: delimiterOf(text),
    max_record_size: LONGEST_RECORD,
  });
  let failure: Error | null = null;
  const ended = new Promise<void>((resolve) => {
    parser.on('error', (error) => {
      failure = error;
      resolve();
    });
    parser.on('end', () => resolve());
  });
  parser.on('data', ({ record, info }: { record: string[]; info: { lines: number } }) => {
    const cells = record.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) rows.push({ line: firstLineOf(record, info.lines), cells });
  });
  for (let from = 0; from < text.length && failure === null && rows.length <= MOST_ROWS; from += LETTERS_AT_ONCE) {
    parser.write(text.slice(from, from + LETTERS_AT_ONCE));
    // A large file is read beside the server's other work, not before it.
    await setImmediate();
  }
  parser.end();
  await ended;
  if (failure !== null) throw explained(name, failure);
  if (rows.length > MOST_ROWS) throw refusedFile(`${name} has over ${MOST_ROWS} rows`, 'split it');
  return rows;
}

/** The delimiter that the first line with any has most of. */
function delimiterOf(text: string): string {
  for (const line of text.slice(0, 20_000).split(/\r\n|\n|\r/)) {
    const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length - 1);
    const most = Math.max(...counts);
    if (most > 0) return DELIMITERS[counts.indexOf(most)] as string;
  }
  return ',';
}

/** csv-parse counts the lines up to the record's end. */
function firstLineOf(record: readonly string[], lines: number): number {
  return lines - record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
}

function explained(name: string, error: Error): ListRefused {
  const { code, lines } = error as Error & { code?: string; lines?: number };
  const line = lines ?? null;
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    return refusedFile(
      `${name}: a quote is opened and never closed, at the latest in line ${line ?? '?'}`,
      'close it, or save the table as .xlsx',
      line,
    );
  }
  return refusedFile(`${name}: line ${line ?? '?'} is no CSV (${error.message})`, 'save the table as .xlsx', line);
}
