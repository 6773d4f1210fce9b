/** How something grows: by least squares, with how sure that is. */
export type Slope = {
  /** Units an hour. */
  perHour: number;
  /** Half the width of the 95 % interval around it; infinite for fewer than three readings. */
  margin: number;
  /** What it was on average. */
  mean: number;
  /** First and last reading. */
  first: number;
  last: number;
};

/** Student's t at 97.5 % for few degrees of freedom; 1.96 from there on. */
const T_975 = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13] as const;

/** The line through readings of [hours, value]. Throws for fewer than two instants. */
export function slopeOf(readings: readonly (readonly [hours: number, value: number])[]): Slope {
  const count = readings.length;
  const meanX = readings.reduce((sum, [x]) => sum + x, 0) / count;
  const mean = readings.reduce((sum, [, y]) => sum + y, 0) / count;
  const spread = readings.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  if (!(spread > 0)) throw new RangeError('a slope needs readings of at least two instants');
  const perHour = readings.reduce((sum, [x, y]) => sum + (x - meanX) * (y - mean), 0) / spread;
  const rest = readings.reduce((sum, [x, y]) => sum + (y - mean - perHour * (x - meanX)) ** 2, 0);
  const free = count - 2;
  const t = T_975[free - 1] ?? 1.96;
  return {
    perHour,
    margin: free > 0 ? t * Math.sqrt(rest / free / spread) : Infinity,
    mean,
    first: readings[0]?.[1] ?? NaN,
    last: readings.at(-1)?.[1] ?? NaN,
  };
}
