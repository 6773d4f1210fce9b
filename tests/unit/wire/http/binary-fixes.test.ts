import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFixes, encodeFixes, FixesError, FIX_BYTES, type PlainFix } from '#wire/http/binary-fixes.ts';

const fixes = fc.array(
  fc.record({
    team: fc.oneof(
      fc.constantFrom('C-1', 'C-2', '环卫七组'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    ),
    lon: fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }).map((value) => value / 1e7),
    lat: fc.integer({ min: -900_000_000, max: 900_000_000 }).map((value) => value / 1e7),
    at: fc.integer({ min: 1_795_000_000_000, max: 1_798_000_000_000 }),
    heading: fc.oneof(
      fc.constant(null),
      fc.integer({ min: 0, max: 179 }).map((value) => value * 2),
    ),
    speed: fc.oneof(
      fc.constant(null),
      fc.integer({ min: 0, max: 254 }).map((value) => value / 2),
    ),
  }),
  { minLength: 1, maxLength: 40 },
);

function readAll(bytes: Uint8Array): PlainFix[] {
  const body = decodeFixes(bytes);
  return Array.from({ length: body.length }, (_, index) => body.read(index));
}

describe('the binary body of positions', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(fixes, (given) => {
        expect(readAll(encodeFixes(given))).toEqual(given);
      }),
    );
  });

  it('has the documented bytes', () => {
    const bytes = encodeFixes(
      [{ team: 'C-1', lon: 117.2, lat: 39.13, at: 1_795_308_067_250, heading: 270, speed: 1.5 }],
      'gcj02',
    );
    expect(Buffer.from(bytes).toString('hex')).toBe(
      '43574631' +
        '233a026b' +
        '01000000' +
        '0100' +
        '02' +
        '00' +
        '004ddb45' +
        'a0c35217' +
        'fa000000' +
        '0000' +
        '87' +
        '03' +
        '03432d31',
    );
    expect(decodeFixes(bytes).datum).toBe('gcj02');
  });

  it('costs 16 bytes a fix beside the list of teams', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({
      team: 'C',
      lon: index / 10,
      lat: 0,
      at: 1e12,
      heading: null,
      speed: null,
    }));
    expect(encodeFixes(many)).toHaveLength(16 + 1000 * FIX_BYTES + 2);
  });

  it('refuses a body cut or lengthened anywhere, with the byte', () => {
    const whole = encodeFixes([
      { team: 'C-1', lon: 1, lat: 2, at: 1e12, heading: null, speed: null },
      { team: 'C-2', lon: 1, lat: 2, at: 1e12, heading: null, speed: null },
    ]);
    for (let length = 0; length < whole.length; length++) {
      expect(() => decodeFixes(whole.subarray(0, length))).toThrow(FixesError);
    }
    expect(() => decodeFixes(Uint8Array.of(...whole, 0))).toThrow('bytes follow');
  });

  it('refuses or reads any bytes, and nothing else happens', () => {
    const header = fc.uint8Array({ maxLength: 80 }).map((rest) => Uint8Array.of(0x43, 0x57, 0x46, 0x31, ...rest));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), header), (bytes) => {
        try {
          readAll(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(FixesError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
