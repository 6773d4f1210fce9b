import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, fraction, parseDecimal } from '#domain/indicator/fraction.ts';

const percent = (n: number, d: number): string => decimalText(fraction(100n * BigInt(n), d), 2);

describe('printed decimals', () => {
  it('rounds a half away from zero, on both sides', () => {
    expect(decimalText(fraction(1, 8), 2)).toBe('0.13');
    expect(decimalText(fraction(-1, 8), 2)).toBe('-0.13');
    expect(decimalText(fraction(-1, 1000), 2)).toBe('0.00');
    expect(decimalText(fraction(5, 2), 0)).toBe('3');
  });

  it('is exact where a float is not: 1.005 is 1.01', () => {
    expect(decimalText(fraction(1005, 1000), 2)).toBe('1.01');
    expect(percent(971, 996)).toBe('97.49');
    expect(percent(9_007_199_254_740_991, 9_007_199_254_740_991)).toBe('100.00');
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (hundredths) => {
        const exact = fraction(hundredths, 100n);
        expect(parseDecimal(decimalText(exact, 2))).toEqual(exact);
      }),
    );
  });

  it('takes nothing else for a decimal', () => {
    for (const text of ['', '1e3', '1,000', '.5', '1.', 'NaN', '١']) expect(parseDecimal(text)).toBeNull();
  });
});
