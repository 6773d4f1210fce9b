import { inflateSync } from 'node:zlib';
import type { Box } from './boxes.ts';
import type { Rgb } from './colour.ts';

/** A picture in memory: three or four bytes a pixel, line by line. */
export type Picture = { width: number; height: number; channels: 3 | 4; data: Uint8Array };

const SIGNATURE = '89504e470d0a1a0a';

/**
 * Reads a PNG as browsers write it: 8 bits a channel, RGB or RGBA, not interlaced.
 *
 * @throws RangeError in one line for any other.
 */
export function readPng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.toString('hex', 0, 8) !== SIGNATURE) throw new RangeError('not a PNG');
  const parts: Buffer[] = [];
  let head: { width: number; height: number; channels: 3 | 4 } | null = null;
  for (let at = 8; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') head = headOf(body);
    if (type === 'IDAT') parts.push(body);
    at += length + 12;
  }
  if (head === null) throw new RangeError('a PNG without a header');
  return { ...head, data: unfilter(inflateSync(Buffer.concat(parts)), head) };
}

function headOf(body: Buffer): { width: number; height: number; channels: 3 | 4 } {
  const [depth, kind, interlaced] = [body[8], body[9], body[12]];
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0)
    throw new RangeError(`a PNG of depth ${depth}, kind ${kind}, interlace ${interlaced} is not read`);
  return { width: body.readUInt32BE(0), height: body.readUInt32BE(4), channels: kind === 6 ? 4 : 3 };
}

/** Takes back the filters of the lines: https://www.w3.org/TR/png-3/#9Filters */
function unfilter(raw: Uint8Array, { width, height, channels }: Omit<Picture, 'data'>): Uint8Array {
  const stride = width * channels;
  if (raw.length !== (stride + 1) * height) throw new RangeError('a PNG that is cut short');
  const data = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)];
    const from = row * (stride + 1) + 1;
    const to = row * stride;
    for (let at = 0; at < stride; at++) {
      const left = at >= channels ? (data[to + at - channels] ?? 0) : 0;
      const up = row > 0 ? (data[to + at - stride] ?? 0) : 0;
      const corner = row > 0 && at >= channels ? (data[to + at - stride - channels] ?? 0) : 0;
      data[to + at] = (raw[from + at] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return data;
}

function predicted(filter: number | undefined, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      throw new RangeError(`a PNG with the unknown filter ${filter}`);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

/** The colour of a pixel; black outside the picture. */
export function pixel({ width, height, channels, data }: Picture, x: number, y: number): Rgb {
  if (x < 0 || y < 0 || x >= width || y >= height) return [0, 0, 0];
  const at = (y * width + x) * channels;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

/** The whole pixels of a box that lie in the picture. */
export function clipped({ width, height }: Picture, box: Box): Box {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const right = Math.min(width, Math.ceil(box.x + box.width));
  const bottom = Math.min(height, Math.ceil(box.y + box.height));
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}
