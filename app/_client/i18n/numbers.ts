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

/** A rate (0–1) in percent with one digit. One that misses `target` never shows as if it had met it: 94.96 is 94.9. */
export function percentText(rate: number, target = 0): string {
  const rounded = Math.round(rate * 1000);
  const missed = rate < target && rounded >= Math.round(target * 1000);
  const shown = missed ? rounded - 1 : rounded;
  // Four figures would run into the clock beside them, and a full 100 has no tenths to tell.
  return shown === 1000 ? '100' : (shown / 10).toFixed(1);
}
