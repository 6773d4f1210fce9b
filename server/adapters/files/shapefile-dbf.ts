import { FileFault } from './file-fault.ts';

/** A row of a .dbf, text trimmed; null where it is marked as deleted. */
export type DbfRow = Record<string, string> | null;

/** `encoding`: what its text was read as. */
export type Dbf = { rows: DbfRow[]; fields: string[]; encoding: string };

type Field = { name: Uint8Array; type: string; from: number; length: number };

/**
 * Reads a dBASE table. Its text is in the encoding that .cpg or the table's own mark names, unless UTF-8 or GB18030 read it
 * with fewer broken letters: the mark is often wrong.
 *
 * @throws FileFault where it is no such table or cut short.
 */
export function readDbf(bytes: Uint8Array, cpg: string | null): Dbf {
  if (bytes.length < 33) throw new FileFault('the .dbf is empty or cut short: export the layer again');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(4, true);
  const [start, width] = [view.getUint16(8, true), view.getUint16(10, true)];
  if (start < 33 || width < 1) throw new FileFault('the .dbf is no dBASE table: export the layer again');
  const fields = fieldsOf(bytes, start);
  // Some writers leave out the last row's padding.
  const held = Math.floor((bytes.length - start + 1) / width);
  if (held < count)
    throw new FileFault(`the .dbf is cut short: it holds ${held} of ${count} rows; export the layer again`);
  const encoding = encodingOf(bytes, start, fields, count, width, [namedEncoding(cpg), markedEncoding(bytes[29] ?? 0)]);
  const decoder = new TextDecoder(encoding);
  const names = fields.map(({ name }) => decoder.decode(name).trim());
  const rows: DbfRow[] = [];
  for (let row = 0; row < count; row++) {
    const at = start + row * width;
    if (bytes[at] === 0x2a) {
      rows.push(null);
      continue;
    }
    const cells = fields.map(({ from, length, type }, i) => {
      return [names[i] as string, cellText(decoder.decode(bytes.subarray(at + from, at + from + length)), type)];
    });
    rows.push(Object.fromEntries(cells) as Record<string, string>);
  }
  return { rows, fields: names, encoding };
}

function fieldsOf(bytes: Uint8Array, start: number): Field[] {
  const fields: Field[] = [];
  let from = 1;
  for (let at = 32; at + 32 <= start && bytes[at] !== 0x0d; at += 32) {
    const name = bytes.subarray(at, at + 11);
    const end = name.indexOf(0);
    const length = bytes[at + 16] ?? 0;
    fields.push({
      name: end === -1 ? name : name.subarray(0, end),
      type: String.fromCharCode(bytes[at + 11] ?? 0),
      from,
      length,
    });
    from += length;
  }
  return fields;
}

/** Numbers stay text, so that no digit of a long code is lost; 1.10101e+05 is written out. */
function cellText(text: string, type: string): string {
  const trimmed = text.replaceAll('\0', '').trim();
  if ((type === 'N' || type === 'F') && /e/iu.test(trimmed) && Number.isFinite(Number(trimmed)))
    return String(Number(trimmed));
  return trimmed;
}

function namedEncoding(cpg: string | null): string | null {
  const name = (cpg ?? '')
    .trim()
    .toLowerCase()
    .replace(/^(ansi|cp|windows|oem)[\s_-]*/u, '');
  if (name === '') return null;
  if (/^(utf-?8|65001)$/u.test(name)) return 'utf-8';
  if (/^(gbk|gb2312|gb18030|936|54936|euc-?cn)$/u.test(name)) return 'gb18030';
  if (name === '950') return 'big5';
  try {
    return new TextDecoder(name).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function markedEncoding(mark: number): string | null {
  if (mark === 0x4d || mark === 0x7a) return 'gb18030';
  return mark === 0x4f || mark === 0x78 ? 'big5' : null;
}

const SAMPLE_ROWS = 2_000;

function encodingOf(
  bytes: Uint8Array,
  start: number,
  fields: readonly Field[],
  count: number,
  width: number,
  named: readonly (string | null)[],
): string {
  const candidates = [...new Set([...named.filter((it) => it !== null), 'utf-8', 'gb18030'])];
  const texts = fields.map(({ name }) => name);
  for (let row = 0; row < Math.min(count, SAMPLE_ROWS); row++) {
    const at = start + row * width;
    for (const { from, length, type } of fields)
      if (type === 'C') texts.push(bytes.subarray(at + from, at + from + length));
  }
  const ranked = candidates.map((encoding) => {
    const decoder = new TextDecoder(encoding);
    // A value that fills its field may end in half a letter, which breaks at most one.
    const broken = texts.reduce((sum, text) => sum + (decoder.decode(text).slice(0, -1).includes('\uFFFD') ? 1 : 0), 0);
    return { encoding, broken };
  });
  return ranked.reduce((best, it) => (it.broken < best.broken ? it : best)).encoding;
}
