import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryOfCode, CODE_SCHEMES, componentCode, parseComponentCode, schemeOf } from '#domain/component/code.ts';

const national = CODE_SCHEMES[0];

describe('a component code', () => {
  it('is read by its scheme, not by its length', () => {
    const code = '1201010101000123';
    expect(parseComponentCode(code, national)).toEqual({
      ok: true,
      value: { districtCode: '120101', classCode: '01', subCode: '01', sequence: 123 },
    });
    const vendor = CODE_SCHEMES[1];
    expect(parseComponentCode(code, vendor)).toMatchObject({ ok: true, value: { subCode: '010', sequence: 123 } });
    expect(schemeOf('6-2-2-6')).toBe(national);
    expect(schemeOf('7')).toBeNull();
  });

  it('names its category', () => {
    const read = parseComponentCode('1201010101000123', national);
    expect(read.ok && categoryOfCode(read.value, national)).toBe('gbt30428.2-2013:component:0101');
  });

  it.each([
    ['120101010100012', 'has 16 digits'],
    ['12010101010001x3', 'digits only'],
    ['1201010001000123', 'neither is numbered 0'],
    ['1201010101000000', 'starts at 1'],
    ['1201000101000001', 'no district'],
    ['1.20101E+15', 'digits only'],
    ['', 'has 16 digits'],
  ])('%s is refused: %s', (code, reason) => {
    const read = parseComponentCode(code, national);
    expect(read.ok ? '' : read.reason.en).toContain(reason);
    expect(read.ok ? '' : read.reason.zh).toMatch(/\p{Script=Han}/u);
  });

  it('comes back from its parts in every scheme', () => {
    const parts = fc.constantFrom(...CODE_SCHEMES).chain((scheme) =>
      fc.record({
        scheme: fc.constant(scheme),
        district: fc.integer({ min: 110101, max: 659999 }).filter((code) => code % 100 !== 0),
        cls: fc.integer({ min: 1, max: 10 ** scheme.classDigits - 1 }),
        sub: fc.integer({ min: 1, max: 10 ** scheme.subDigits - 1 }),
        sequence: fc.integer({ min: 1, max: 10 ** scheme.sequenceDigits - 1 }),
      }),
    );
    fc.assert(
      fc.property(parts, ({ scheme, district, cls, sub, sequence }) => {
        const value = {
          districtCode: String(district),
          classCode: String(cls).padStart(scheme.classDigits, '0'),
          subCode: String(sub).padStart(scheme.subDigits, '0'),
          sequence,
        };
        expect(parseComponentCode(componentCode(value, scheme), scheme)).toEqual({ ok: true, value });
      }),
    );
  });

  it('is not made of parts that do not fit', () => {
    const parts = { districtCode: '120101', classCode: '01', subCode: '010', sequence: 1 };
    expect(() => componentCode(parts, national)).toThrow(RangeError);
    expect(() => componentCode({ ...parts, subCode: '01', sequence: 1_000_000 }, national)).toThrow(RangeError);
  });
});
