import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DecodeError } from '#wire/frame-bytes.ts';
import { decodeReplay, encodeReplay } from '#wire/replay-frame.ts';
import { replayColumns } from './replay-columns.ts';

const second = fc.integer({ min: 0, max: 0xffffffff });
const anyCase = fc.record({
  reportedAt: second,
  endedAt: second,
  lon: fc.integer({ min: -180, max: 180 }),
  lat: fc.integer({ min: -90, max: 90 }),
  outs: fc.array(fc.tuple(second, second), { maxLength: 3 }),
});

const sample = replayColumns({
  from: 1_000,
  to: 2_000,
  cases: [{ reportedAt: 1, endedAt: 0, outs: [[1, 2]] }],
  earlier: { days: 7, open: [1, 2, 3] },
});

describe('a replay frame', () => {
  it('gives back what was put into it', () => {
    fc.assert(
      fc.property(fc.array(anyCase), fc.array(second), (cases, open) => {
        const columns = replayColumns({
          from: 1_795_000_000_000,
          to: 1_795_086_400_000,
          cases,
          earlier: { days: 1, open },
        });
        expect(decodeReplay(encodeReplay(columns))).toEqual(columns);
      }),
    );
  });

  it('is refused cut short, too long, or with a case that is not in it', () => {
    const bytes = encodeReplay(sample);
    for (let length = 0; length < bytes.length; length++)
      expect(() => decodeReplay(bytes.slice(0, length))).toThrow(DecodeError);
    expect(() => decodeReplay(new Uint8Array([...bytes, 0]))).toThrow(DecodeError);
    const wrong = encodeReplay({ ...sample, outs: { ...sample.outs, row: Uint32Array.of(1) } });
    expect(() => decodeReplay(wrong)).toThrow('a time out of a case beyond 1');
    expect(() => decodeReplay(encodeReplay({ ...sample, to: 1_000 }))).toThrow('no span');
  });
});
