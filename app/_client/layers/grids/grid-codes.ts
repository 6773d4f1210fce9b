import type { PlaceCounts } from '#wire/columns.ts';

/** The 15 digits of a unit grid's code from its two numbers. */
export function gridCode(grids: PlaceCounts['grids'], row: number): string {
  const high = String(grids.codeHigh[row]).padStart(6, '0');
  return high + String(grids.codeLow[row]).padStart(9, '0');
}

/** Open and timed-out cases of those unit grids that are among `wanted`. */
export function gridStates(
  grids: PlaceCounts['grids'],
  wanted: ReadonlySet<string>,
): Map<string, { open: number; timedOut: number }> {
  const states = new Map<string, { open: number; timedOut: number }>();
  if (wanted.size === 0) return states;
  for (let row = 0; row < grids.length; row++) {
    const code = gridCode(grids, row);
    if (wanted.has(code))
      states.set(code, { open: grids.open[row] as number, timedOut: grids.timedOut[row] as number });
  }
  return states;
}
