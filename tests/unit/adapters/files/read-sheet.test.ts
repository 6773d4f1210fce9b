import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import writeWorkbook from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readSheet, readSheets } from '#adapters/files/read-sheet.ts';
import { writeSheet } from '#adapters/files/write-sheet.ts';
import { ListRefused } from '#application/lists/list-kind.ts';

const HEADER = ['大类', '小类', '立案条件'];
const ROWS = [
  ['01', '01', '井盖缺失, "严重"'],
  ['01', '99', '两行\n文字'],
];
const EXPECTED = [
  { line: 1, cells: HEADER },
  { line: 2, cells: ROWS[0] },
  { line: 3, cells: ROWS[1] },
];

const csv = (end: string, delimiter = ','): string =>
  [HEADER, ...ROWS]
    .map((row) => row.map((cell) => (/[",\n\t;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)))
    .map((row) => row.join(delimiter) + end)
    .join('');

const read = async (bytes: Uint8Array, name = 'a.csv') => (await readSheet({ name, bytes })).rows;

/** 井盖 and so on in GB18030, which Node only decodes: every letter of the samples, looked up by decoding all pairs. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((letter) => codes.get(letter) ?? [letter.charCodeAt(0)]));
}

async function refusalOf(bytes: Uint8Array, name: string): Promise<ListRefused> {
  const error: unknown = await readSheets({ name, bytes }).catch((reason: unknown) => reason);
  if (error instanceof ListRefused) return error;
  throw new Error('it was not refused');
}

describe('a CSV file', () => {
  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, big-endian', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['GB18030', gb18030],
  ])('is read in %s', async (_name, encode) => {
    for (const end of ['\n', '\r\n']) expect(await read(encode(csv(end)))).toEqual(EXPECTED);
  });

  it.each(['\t', ';'])('is read with its own delimiter: %j', async (delimiter) => {
    expect(await read(Buffer.from(csv('\n', delimiter)))).toEqual(EXPECTED);
  });

  it('keeps the line numbers a person sees, over blank rows and cells with line ends', async () => {
    const rows = await read(Buffer.from('a,b\n\n,\n"x\ny",1\n\nz,2'));
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [4, 'x\ny'],
      [7, 'z'],
    ]);
  });

  it('trims blanks of every width', async () => {
    expect((await read(Buffer.from('\u3000a \u00A0,b')))[0]?.cells).toEqual(['a', 'b']);
  });

  it('is refused with the line where a quote is never closed', async () => {
    const refusal = await refusalOf(Buffer.from('a,b\n1,"x\n2,y\n'), 'a.csv');
    expect(refusal.message).toMatch(/a\.csv: a quote is opened and never closed, at the latest in line \d/);
  });

  it('is read whatever cells it holds', async () => {
    // A trimmed cell comes back as it is; a row of nothing is no row.
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '').trim());
    const table = fc.array(fc.tuple(fc.constant('r'), cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const cells = (await read(await writeSheet('csv', ['k', 'a', 'b'], rows))).map((row) => row.cells);
        expect(cells).toEqual([['k', 'a', 'b'], ...rows]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a workbook', () => {
  it('is read with its codes and lines as they were written', async () => {
    expect(await read(await writeSheet('xlsx', HEADER, ROWS), 'a.xlsx')).toEqual(EXPECTED);
  });

  it('is read sheet by sheet; numbers, dates and truth become text', async () => {
    const bytes = await writeWorkbook([
      { sheet: '部件', data: [[{ value: 101, type: Number }], [], [{ value: 0.1 + 0.2, type: Number }]] },
      { sheet: '空', data: [] },
      {
        sheet: '事件',
        data: [
          [
            { value: new Date(0), type: Date, format: 'yyyy-mm-dd' },
            { value: true, type: Boolean },
          ],
        ],
      },
    ]).toBuffer();
    expect(await readSheets({ name: 'a.xlsx', bytes })).toEqual([
      {
        name: '部件',
        rows: [
          { line: 1, cells: ['101'] },
          { line: 3, cells: ['0.3'] },
        ],
      },
      { name: '事件', rows: [{ line: 1, cells: ['1970-01-01', 'true'] }] },
    ]);
  });

  it('is refused when it says that it unfolds to gigabytes', async () => {
    const bytes = zipOf('xl/worksheets/sheet1.xml', Buffer.from('<x/>'), 3_000_000_000);
    expect((await refusalOf(bytes, 'bomb.xlsx')).message).toContain('too large when unpacked');
  });

  it('is refused when it is cut short or no workbook', async () => {
    const whole = await writeSheet('xlsx', HEADER, ROWS);
    expect((await refusalOf(whole.slice(0, whole.length - 30), 'a.xlsx')).message).toContain('damaged or cut short');
    const other = zipOf('note.xml', Buffer.from('<x/>'), 4);
    expect((await refusalOf(other, 'note.zip')).message).toContain('note.zip is no workbook');
  });
});

describe('other files', () => {
  it.each([
    ['old.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'save it as .xlsx'],
    ['a.pdf', [...Buffer.from('%PDF-1.7')], 'copy its table into a spreadsheet'],
    ['a.csv.gz', [0x1f, 0x8b, 8, 0], 'unpack it first'],
    ['empty.csv', [], 'fill in the template'],
    ['blank.csv', [...Buffer.from('\n , ,\n')], 'fill in the template'],
    ['a.bin', [1, 0, 2, 0, 3], 'save it as "CSV UTF-8"'],
  ])('are refused with a way out: %s', async (name, bytes, hint) => {
    const refusal = await refusalOf(Uint8Array.from(bytes), name);
    expect(refusal.message).toContain(name);
    expect(refusal.problems[0]?.hint.en).toContain(hint);
  });
});

/** A ZIP file of one entry that announces any size. */
function zipOf(name: string, content: Buffer, announced: number): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(announced, 22);
  head.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(announced, 24);
  entry.writeUInt16LE(name.length, 28);
  const before = Buffer.concat([head, Buffer.from(name), packed]);
  const directory = Buffer.concat([entry, Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(before.length, 16);
  return Buffer.concat([before, directory, end]);
}
