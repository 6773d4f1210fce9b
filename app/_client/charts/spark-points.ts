const MARGIN = 2;

/**
 * Points of a line through `values` in a box, lowest value at the bottom; unknown values are left out. A flat line
 * stands in the middle; a change smaller than `leastRange` is not blown up to the whole height.
 */
export function sparkPoints(
  values: readonly (number | null)[],
  width: number,
  height: number,
  leastRange = 0.01,
): [number, number][] {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return [];
  const low = Math.min(...known);
  const high = Math.max(...known);
  const range = Math.max(high - low, leastRange);
  const middle = (low + high) / 2;
  const step = values.length > 1 ? (width - 2 * MARGIN) / (values.length - 1) : 0;
  return values.flatMap((value, index): [number, number][] =>
    value === null ? [] : [[MARGIN + index * step, height / 2 - ((value - middle) / range) * (height - 2 * MARGIN)]],
  );
}
