const COUNT = new Intl.NumberFormat('en-US');

/** A count with thousands in groups: 5,612 in both languages. */
export function countText(value: number): string {
  return COUNT.format(value);
}

/** A change with its sign: +86, −6, ±0. */
export function changeText(value: number): string {
  if (value === 0) return '±0';
  return `${value > 0 ? '+' : '−'}${COUNT.format(Math.abs(value))}`;
}

/** A rate (0–1) in percent with one digit, cut rather than rounded so that 94.96 never shows as the 95.0 it missed. */
export function percentText(rate: number): string {
  return (Math.floor(rate * 1000 + 1e-6) / 10).toFixed(1);
}
