import { inflateRawSync } from 'node:zlib';
import { FileFault } from './file-fault.ts';

export type ZipEntry = { name: string; read: () => Uint8Array };

/** What one file may grow to: the outlines of a large city are a tenth of it. */
const LARGEST = 512 * 1024 * 1024;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The files in a zip, by its directory. Names are read as UTF-8, else as GB18030, as Chinese systems write them.
 *
 * @throws FileFault where it is no zip, damaged, encrypted or packed in an unusual way.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return entriesOf(bytes, view);
  } catch (error) {
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
}

function entriesOf(bytes: Uint8Array, view: DataView): ZipEntry[] {
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== END) end--;
  if (end < 0 || view.getUint32(end, true) !== END) throw damaged();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== ENTRY) throw damaged();
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({ name, read: () => contentOf(bytes, view, { name, local, packed, size, flags, method }) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

type Packed = { name: string; local: number; packed: number; size: number; flags: number; method: number };

function contentOf(
  bytes: Uint8Array,
  view: DataView,
  { name, local, packed, size, flags, method }: Packed,
): Uint8Array {
  if ((flags & 1) !== 0) throw new FileFault(`${name} in the zip is encrypted: zip it without a password`);
  if (method !== 0 && method !== 8) throw new FileFault(`${name} in the zip is packed in an unusual way: zip it again`);
  if (size > LARGEST) throw new FileFault(`${name} in the zip is larger than ${LARGEST / 1024 / 1024} MB`);
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw damaged();
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packed > bytes.length) throw damaged();
  const body = bytes.subarray(from, from + packed);
  if (method === 0) return body;
  try {
    return inflateRawSync(body, { maxOutputLength: LARGEST });
  } catch (error) {
    throw new FileFault(
      `${name} in the zip is damaged (${error instanceof Error ? error.message : String(error)}): zip it again`,
    );
  }
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('gb18030').decode(bytes);
    throw error;
  }
}

function damaged(): FileFault {
  return new FileFault('the zip is damaged or cut short: zip the files again');
}
