import { describe, expect, it } from 'vitest';
import { codeFault, gridCode, levelOfCode, parentCodeOf, parseGridCode } from '#domain/place/code.ts';

describe('unit grid codes', () => {
  it('takes 15 digits apart', () => {
    expect(parseGridCode('120101001001007')).toEqual({
      ok: true,
      value: { districtCode: '120101', subdistrictCode: '120101001', communityCode: '120101001001', sequence: 7 },
    });
  });

  it.each([
    ['12010100100107', /CJ\/T 213-2005.*15/],
    ['1201010010010071', /has 16/],
    ['', /has 0/],
    ['12010100100100x', /digits only/],
    ['１２０１０１００１００１００７', /digits only/],
    ['120101001001000', /starts at 001/],
    ['120101000001007', /subdistrict part/],
    ['120101001000007', /community part/],
    ['120000001001007', /is a city/],
    ['020101001001007', /GB\/T 2260/],
  ])('refuses %s and says why', (code, reason) => {
    const parsed = parseGridCode(code);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.reason).toMatch(reason);
  });

  it('numbers grids 1 to 999 inside a community', () => {
    expect(gridCode('120101001001', 7)).toBe('120101001001007');
    expect(gridCode('120101001001', 999)).toBe('120101001001999');
    for (const sequence of [0, 1000, 1.5, NaN]) expect(() => gridCode('120101001001', sequence)).toThrow(RangeError);
    expect(() => gridCode('120101001', 1)).toThrow(/not a community code/);
  });
});

describe('place codes', () => {
  it('know their level and their parent', () => {
    const chain = ['120101001001007', '120101001001', '120101001', '120101', '120000'];
    expect(chain.map(levelOfCode)).toEqual(['grid', 'community', 'subdistrict', 'district', 'city']);
    expect(chain.map(parentCodeOf)).toEqual([...chain.slice(1), null]);
  });

  it('put a district of an ordinary city under that city', () => {
    expect(parentCodeOf('440305')).toBe('440300');
    expect(levelOfCode('440300')).toBe('city');
  });

  it('refuse what is no code', () => {
    for (const code of ['', 'abc', '12', '1201010', '120101000', '12010100100107'])
      expect(levelOfCode(code)).toBeNull();
    expect(() => parentCodeOf('12')).toThrow(RangeError);
    expect(codeFault('120101', 'subdistrict')).toMatch(/has 9 digits/);
    expect(codeFault('120000', 'district')).toMatch(/a city code/);
    expect(codeFault('120101001', 'subdistrict')).toBeNull();
  });
});
