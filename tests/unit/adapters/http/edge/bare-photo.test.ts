import fc from 'fast-check';
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { barePhoto } from '#adapters/http/edge/bare-photo.ts';
import { readPhoto } from '#adapters/http/edge/read-photo.ts';
import { greyPng } from '../../../../fixtures/pictures.ts';

const SECRET = 'GPS 39.1312 N, 117.2034 E, of 王芳';

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** An Exif block with which side is up, then a text; little-endian, as most telephones write it. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II', 0, 'latin1');
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(SECRET)]);
}

const JFIF = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'));
const SIZE = segment(0xc0, Buffer.of(8, 0, 30, 0, 40, 1, 1, 0x11, 0));
/** Data with a stuffed FF and a restart, which are no markers. */
const SCAN = Buffer.concat([segment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)), Buffer.of(1, 0xff, 0, 2, 0xff, 0xd3, 3)]);
const [START, END] = [Buffer.of(0xff, 0xd8), Buffer.of(0xff, 0xd9)];

function jpeg(orientation: number): Buffer {
  const beside = [0xe1, 0xed, 0xe5].map((marker) => segment(marker, Buffer.from(`http://ns.adobe.com/ ${SECRET}`)));
  const comment = segment(0xfe, Buffer.from(SECRET));
  return Buffer.concat([
    ...[START, JFIF, segment(0xe1, exif(orientation)), ...beside, comment, SIZE, SCAN, SCAN, END],
    Buffer.from(`a second picture: ${SECRET}`),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, Buffer.from(name, 'latin1'), body, Buffer.alloc(4)]);
}

function riff(name: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(name, 'latin1'), length, body, Buffer.alloc(body.length % 2)]);
}

function webp(): Buffer {
  const extended = Buffer.from([0x08 | 0x04 | 0x10, 0, 0, 0, 39, 0, 0, 29, 0, 0]);
  const picture = riff('VP8L', Buffer.from([0x2f, 39, 0x40, 0x07, 0, 5, 6]));
  const body = Buffer.concat([
    ...[Buffer.from('WEBP'), riff('VP8X', extended), picture],
    ...[riff('EXIF', exif(6)), riff('XMP ', Buffer.from(SECRET))],
  ]);
  return riff('RIFF', body);
}

describe('a photograph that is kept', () => {
  it('loses where, when and by whom it was taken, and keeps the picture', () => {
    const png = greyPng(40, 30);
    const written = Buffer.concat([
      ...[png.subarray(0, 33), chunk('tEXt', Buffer.from(SECRET)), chunk('eXIf', exif(6))],
      ...[png.subarray(33), Buffer.from(SECRET)],
    ]);
    for (const bytes of [jpeg(1), jpeg(6), webp(), written]) {
      expect(bytes.includes(SECRET)).toBe(true);
      const { bytes: bare, width, height } = readPhoto(bytes);
      expect(Buffer.from(bare).includes(SECRET)).toBe(false);
      expect([width, height]).toEqual([40, 30]);
      expect(imageSize(bare)).toMatchObject({ width: 40, height: 30 });
      // What is bare already stays as it is.
      expect(Buffer.from(readPhoto(Buffer.from(bare)).bytes)).toEqual(Buffer.from(bare));
    }
    expect(Buffer.from(readPhoto(written).bytes)).toEqual(png);
    expect(Buffer.from(readPhoto(jpeg(1)).bytes)).toEqual(Buffer.concat([START, JFIF, SIZE, SCAN, SCAN, END]));
  });

  it('stands as its camera held it', () => {
    expect(imageSize(readPhoto(jpeg(6)).bytes).orientation).toBe(6);
    expect(imageSize(readPhoto(jpeg(1)).bytes).orientation ?? 1).toBe(1);
    // A side that there is not is none.
    expect(imageSize(readPhoto(jpeg(9)).bytes).orientation ?? 1).toBe(1);
  });

  it('is whole, or none', () => {
    for (const [type, bytes] of [
      ['image/jpeg', jpeg(6).subarray(0, -60)],
      ['image/png', greyPng(9, 9).subarray(0, -4)],
      ['image/webp', webp().subarray(0, 40)],
    ] as const)
      expect(barePhoto(type, bytes)).toBeNull();
  });

  it('is bare or refused, whatever bytes come', () => {
    const types = ['image/jpeg', 'image/png', 'image/webp'] as const;
    const seeds = [jpeg(6), greyPng(9, 9), webp()];
    fc.assert(
      fc.property(fc.nat(2), fc.nat(2), fc.uint8Array({ maxLength: 8 }), fc.nat(400), (type, seed, noise, at) => {
        const bytes = Buffer.from(seeds[seed] as Buffer);
        bytes.set(noise.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
        const bare = barePhoto(types[type] as (typeof types)[number], bytes);
        expect(bare === null || bare.length <= bytes.length + 40).toBe(true);
      }),
    );
  });
});
