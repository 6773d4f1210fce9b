import type { PhotoType } from '#application/photo/photos.ts';

/**
 * A photograph without what its camera wrote beside the picture: where and when it was taken, with which device, by whom,
 * thumbnails, comments, whatever follows its end. The picture itself is not touched; which side of it is up and its
 * colours stay. Null: its parts do not fit together.
 *
 * After ITU-T T.81 and Exif 2.3 (JPEG), PNG's and WebP's container specifications.
 */
export function barePhoto(type: PhotoType, bytes: Buffer): Buffer | null {
  switch (type) {
    case 'image/jpeg':
      return bareJpeg(bytes);
    case 'image/png':
      return barePng(bytes);
    case 'image/webp':
      return bareWebp(bytes);
  }
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;

function bareJpeg(bytes: Buffer): Buffer | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const kept: Buffer[] = [];
  let turned = 1;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    // Fill bytes may stand before a marker.
    if (marker === 0xff) at += 1;
    else if (marker === EOI)
      return Buffer.concat([Buffer.of(0xff, SOI), upright(turned), ...kept, Buffer.of(0xff, EOI)]);
    else {
      if (at + 4 > bytes.length) return null;
      const end = at + 2 + bytes.readUInt16BE(at + 2);
      if (end < at + 4 || end > bytes.length) return null;
      const body = bytes.subarray(at + 4, end);
      if (marker === APP1) turned = orientationOf(body) ?? turned;
      const past = marker === SOS ? endOfScan(bytes, end) : end;
      if (isPicture(marker, body)) kept.push(bytes.subarray(at, past));
      at = past;
    }
  }
  return null;
}

/** Of what stands beside the picture only its colours are needed to draw it. */
function isPicture(marker: number, body: Buffer): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP0) return body.subarray(0, 5).toString('latin1') === 'JFIF\0';
  if (marker === APP2) return body.subarray(0, 12).toString('latin1') === 'ICC_PROFILE\0';
  return marker === APP14 && body.subarray(0, 5).toString('latin1') === 'Adobe';
}

/** Where the next marker stands after the data of a scan: in it, FF is followed by 00 or by a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] as number;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

const ORIENTATION = 0x0112;
const TIFF_HEAD = 6;

/** Which side is up, 1 to 8, as Exif says; null where it says nothing. */
function orientationOf(body: Buffer): number | null {
  if (body.subarray(0, TIFF_HEAD).toString('latin1') !== 'Exif\0\0') return null;
  const tiff = body.subarray(TIFF_HEAD);
  if (tiff.length < 8) return null;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return null;
  const entries = u16(first);
  for (let entry = 0; entry < entries; entry++) {
    const at = first + 2 + entry * 12;
    if (at + 12 > tiff.length) return null;
    if (u16(at) !== ORIENTATION) continue;
    const value = u16(at + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** An Exif segment that says which side is up and nothing else; none where the picture is upright. */
function upright(orientation: number): Buffer {
  if (orientation === 1) return Buffer.alloc(0);
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.of(0xff, APP1, 0, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const PNG_HEAD = 8;
const PNG_KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
]);

function barePng(bytes: Buffer): Buffer | null {
  const kept = [bytes.subarray(0, PNG_HEAD)];
  for (let at = PNG_HEAD; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (PNG_KEPT.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return null;
}

const RIFF_HEAD = 12;
const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Flags of VP8X that say that Exif and XMP follow. */
const SAYS_MORE = 0x08 | 0x04;

function bareWebp(bytes: Buffer): Buffer | null {
  if (bytes.length < RIFF_HEAD) return null;
  const kept: Buffer[] = [];
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  let at = RIFF_HEAD;
  while (at + 8 <= end) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > end) return null;
    const padded = length + (length % 2);
    if (WEBP_KEPT.has(name)) {
      const chunk = Buffer.alloc(8 + padded);
      bytes.copy(chunk, 0, at, at + 8 + length);
      if (name === 'VP8X' && length > 0) chunk.writeUInt8(chunk.readUInt8(8) & ~SAYS_MORE, 8);
      kept.push(chunk);
    }
    at += 8 + padded;
  }
  const body = Buffer.concat(kept);
  if (body.length === 0) return null;
  const head = Buffer.from(bytes.subarray(0, RIFF_HEAD));
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
