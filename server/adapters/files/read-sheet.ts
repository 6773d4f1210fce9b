import { setImmediate } from 'node:timers/promises';
import { parse } from 'csv-parse';
import type { BilingualName } from '#domain/category/category.ts';
import type { FileRow } from '#application/import/profile.ts';
import { decodeText } from '#application/lists/decode-text.ts';
import { refusal, type ListFile, type ListRefused } from '#application/lists/list-kind.ts';
import type { Sheet } from '#application/lists/table.ts';
import { readWorkbook } from './read-workbook.ts';

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
  if (filled.length === 0) {
    const hint = { zh: '按模板填写后再上传', en: 'fill in the template and send it again' };
    throw refusal({ zh: `${file.name} 没有内容`, en: `${file.name} holds no rows` }, hint);
  }
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
const COMPRESSED = { zh: '这是压缩文件：先解压', en: 'it is compressed: unpack it first' };
const NO_TEXT: readonly (readonly [readonly number[], BilingualName])[] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    { zh: '这是旧的 .xls 文件：另存为 .xlsx 或 CSV', en: 'it is an old .xls file: save it as .xlsx or as CSV' },
  ],
  [
    [0x25, 0x50, 0x44, 0x46],
    {
      zh: '这是 PDF：把其中的表格复制到电子表格，另存为 .xlsx',
      en: 'it is a PDF: copy its table into a spreadsheet and save that as .xlsx',
    },
  ],
  [[0x1f, 0x8b], COMPRESSED],
  [[0x52, 0x61, 0x72, 0x21], COMPRESSED],
  [[0x37, 0x7a, 0xbc, 0xaf], COMPRESSED],
];

async function readCsvText({ name, bytes }: Pick<ListFile, 'name' | 'bytes'>): Promise<FileRow[]> {
  const known = NO_TEXT.find(([magic]) => magic.every((byte, at) => bytes[at] === byte));
  if (known) throw refusal({ zh: `${name} 不是 CSV，也不是 XLSX`, en: `${name} is no CSV and no XLSX` }, known[1]);
  const { text } = decodeText(bytes);
  if (text.includes('\0')) {
    const hint = { zh: '另存为“CSV UTF-8”或 .xlsx', en: 'save it as "CSV UTF-8" or as .xlsx' };
    throw refusal({ zh: `${name} 不是文本`, en: `${name} is no text` }, hint);
  }
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
  if (rows.length > MOST_ROWS) {
    const reason = { zh: `${name} 超过 ${MOST_ROWS} 行`, en: `${name} has over ${MOST_ROWS} rows` };
    throw refusal(reason, { zh: '拆成几个文件', en: 'split it' });
  }
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
  const at = lines === undefined ? {} : { line: lines };
  const line = lines ?? '?';
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    return refusal(
      {
        zh: `${name}：有引号没有闭合，最晚在第 ${line} 行`,
        en: `${name}: a quote is opened and never closed, at the latest in line ${line}`,
      },
      { zh: '补上引号，或把表格另存为 .xlsx', en: 'close it, or save the table as .xlsx' },
      at,
    );
  }
  return refusal(
    {
      zh: `${name}：第 ${line} 行不是 CSV（${error.message}）`,
      en: `${name}: line ${line} is no CSV (${error.message})`,
    },
    { zh: '把表格另存为 .xlsx', en: 'save the table as .xlsx' },
    at,
  );
}
