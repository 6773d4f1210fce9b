/** An exact fraction; `d` is above 0. Rates and scores are counted in fractions, so that no figure hangs on a float. */
export type Fraction = { readonly n: bigint; readonly d: bigint };

/** n / d. Throws RangeError for a zero denominator and for numbers that are not whole. */
export function fraction(n: number | bigint, d: number | bigint = 1n): Fraction {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('a fraction has no zero denominator');
  return reduced(bottom < 0n ? -top : top, bottom < 0n ? -bottom : bottom);
}

export function add(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.n, a.d * b.d);
}

/** Throws RangeError when `b` is zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * The fraction written with a fixed number of decimals, a half rounded away from zero as bulletins do: 1/8 with two
 * decimals is `0.13`, -1/8 is `-0.13`. Never `-0.00`.
 */
export function decimalText({ n, d }: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const rounded = (2n * (n < 0n ? -n : n) * scale + d) / (2n * d);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = n < 0n && rounded !== 0n ? '-' : '';
  return decimals === 0 ? `${sign}${digits}` : `${sign}${whole}.${digits.slice(digits.length - decimals)}`;
}

/** A decimal number as text, read exactly: `97.5`, `-0.15`, `100`. Null for anything else. */
export function parseDecimal(text: string): Fraction | null {
  const found = /^([+-]?)(\d{1,18})(?:\.(\d{1,12}))?$/.exec(text);
  if (!found) return null;
  const [, sign, whole, part = ''] = found;
  const n = BigInt(`${whole}${part}`);
  return reduced(sign === '-' ? -n : n, 10n ** BigInt(part.length));
}

function reduced(n: bigint, d: bigint): Fraction {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a <= 1n ? { n, d } : { n: n / a, d: d / a };
}
