import { deflateSync, crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { clipped, pixel, readPng } from '../../../../scripts/glass/measure/picture.ts';

/** A PNG of one line filter a line, as the format's document writes it. */
function png(width: number, lines: readonly { filter: number; bytes: readonly number[] }[], kind = 2): Buffer {
  const chunk = (type: string, body: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(body.length, 0);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(typeof crc32 === 'function' ? crc32(named) : 0);
    return Buffer.concat([ends.subarray(0, 4), named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(lines.length, 4);
  head.set([8, kind, 0, 0, 0], 8);
  const raw = Buffer.from(lines.flatMap(({ filter, bytes }) => [filter, ...bytes]));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('reading a PNG', () => {
  test('takes back every filter', () => {
    const picture = readPng(
      png(2, [
        { filter: 0, bytes: [10, 20, 30, 40, 50, 60] },
        { filter: 1, bytes: [1, 2, 3, 4, 5, 6] },
        { filter: 2, bytes: [1, 1, 1, 1, 1, 1] },
        { filter: 3, bytes: [10, 10, 10, 10, 10, 10] },
        { filter: 4, bytes: [5, 5, 5, 250, 250, 250] },
      ]),
    );
    expect(pixel(picture, 1, 0)).toEqual([40, 50, 60]);
    expect(pixel(picture, 1, 1)).toEqual([5, 7, 9]);
    expect(pixel(picture, 0, 2)).toEqual([2, 3, 4]);
    expect(pixel(picture, 0, 3)).toEqual([11, 11, 12]);
    expect(pixel(picture, 1, 3)).toEqual([18, 19, 21]);
    expect(pixel(picture, 0, 4)).toEqual([16, 16, 17]);
  });

  test('reads an alpha channel over, and says what it cannot read', () => {
    expect(pixel(readPng(png(1, [{ filter: 0, bytes: [9, 8, 7, 255] }], 6)), 0, 0)).toEqual([9, 8, 7]);
    expect(() => readPng(png(1, [{ filter: 0, bytes: [9] }], 0))).toThrow('kind 0');
    expect(() => readPng(png(1, [{ filter: 7, bytes: [9, 9, 9] }]))).toThrow('filter 7');
    expect(() => readPng(new Uint8Array(20))).toThrow('not a PNG');
    expect(() => readPng(png(4, [{ filter: 0, bytes: [9, 9, 9] }]))).toThrow('cut short');
  });

  test('a box is cut to whole pixels of the picture', () => {
    const picture = { width: 10, height: 5, channels: 3 as const, data: new Uint8Array(150) };
    expect(clipped(picture, { x: -2.5, y: 1.2, width: 20, height: 2.3 })).toEqual({ x: 0, y: 1, width: 10, height: 3 });
  });
});
