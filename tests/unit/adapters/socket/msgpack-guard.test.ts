import fc from 'fast-check';
import * as parser from 'socket.io-msgpack-parser';
import { describe, expect, it } from 'vitest';
import { guardedParser } from '#adapters/socket/guarded-parser.ts';
import { isSoundMsgpack } from '#adapters/socket/msgpack-guard.ts';
import { sharedMessage } from '#adapters/socket/shared-message.ts';

const encode = (value: unknown): Uint8Array => (new parser.Encoder().encode(value) as unknown as [Uint8Array])[0];

describe('the guard before the MessagePack decoder', () => {
  it('lets everything pass that the encoder makes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(isSoundMsgpack(encode(value))).toBe(true);
      }),
    );
    expect(isSoundMsgpack(encode([new Date(0), Buffer.alloc(300), 'x'.repeat(70_000), -1.5, 2 ** 40, undefined]))).toBe(
      true,
    );
  });

  it('never lets the decoder hang or die, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const decoder = new guardedParser.Decoder();
        try {
          decoder.add(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['an ArrayBuffer of 4 GB', [0xc9, 0xff, 0xff, 0xff, 0xff, 0]],
    ['an array of 4 billion', [0xdd, 0xff, 0xff, 0xff, 0xff, 0]],
    ['a nest without end', Array<number>(200).fill(0x91)],
    ['a length that is cut off', [0xda, 1]],
    ['something after the end', [0xc0, 0xc0]],
  ])('refuses %s', (_what, bytes) => {
    expect(isSoundMsgpack(Uint8Array.from(bytes))).toBe(false);
  });
});

describe('a shared message', () => {
  it.each([10, 200, 70_000])('is one packet and one WebSocket frame (%i bytes)', (size) => {
    const bytes = new Uint8Array(size).fill(7);
    const message = { type: 'frame', topic: 'heat', epoch: 'e', seq: 1, at: 0, dataAt: 0, bytes } as const;
    const { packet, frame } = sharedMessage(message);
    expect(sharedMessage(message).packet).toBe(packet);
    const [head] = frame;
    const length = head.length === 2 ? head[1] : head.length === 4 ? head.readUInt16BE(2) : head.readUInt32BE(6);
    expect([head[0], length]).toEqual([0x82, packet.length]);
    const decoder = new parser.Decoder();
    let decoded: { data: [string, { bytes: Uint8Array }] } | undefined;
    decoder.on('decoded', (value: typeof decoded) => (decoded = value));
    decoder.add(packet);
    expect(decoded?.data[1].bytes).toEqual(Buffer.from(bytes));
  });
});
