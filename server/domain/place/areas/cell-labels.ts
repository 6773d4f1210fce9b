import { ringAt } from './built-up.ts';
import type { Lattice } from './lattice.ts';

/** Outside every area. */
export const NO_AREA = -1;
/** So many of the nearest named points decide whose a cell is. */
const ENOUGH_POINTS = 6;
const SMOOTHINGS = 3;

/** How many points of each area lie in each cell: cell × areas + area. */
export type CellCounts = { readonly of: Float64Array; readonly areas: number };

/** Each built-up cell to the area that most of its nearest points name, nearer ones counting more. */
export function labelCells({ columns, rows }: Lattice, inside: Uint8Array, counts: CellCounts): Int32Array {
  const labels = new Int32Array(columns * rows).fill(NO_AREA);
  const weights = new Float64Array(counts.areas);
  const rings: number[][] = [];
  const named = new Float64Array(labels.length);
  counts.of.forEach((count, at) => (named[Math.floor(at / counts.areas)]! += count));
  inside.forEach((isInside, cell) => {
    if (isInside === 0) return;
    weights.fill(0);
    let found = 0;
    for (let distance = 0; found < ENOUGH_POINTS && distance < Math.max(columns, rows); distance++)
      for (const step of (rings[distance] ??= ringAt(columns, distance))) {
        const at = cell + step;
        if ((named[at] ?? 0) === 0) continue;
        for (let area = 0; area < counts.areas; area++) {
          const count = counts.of[at * counts.areas + area] as number;
          if (count === 0) continue;
          weights[area] = (weights[area] as number) + count / (1 + distance * distance);
          found += count;
        }
      }
    labels[cell] = found === 0 ? NO_AREA : weights.indexOf(Math.max(...weights));
  });
  for (let pass = 0; pass < SMOOTHINGS; pass++) smooth(columns, labels);
  return labels;
}

/** A cell most of whose neighbours are of one other area goes to it. */
function smooth(columns: number, labels: Int32Array): void {
  const before = labels.slice();
  const around = ringAt(columns, 1);
  before.forEach((own, cell) => {
    if (own === NO_AREA) return;
    const seen = new Map<number, number>();
    for (const step of around) {
      const label = before[cell + step] ?? NO_AREA;
      const times = (seen.get(label) ?? 0) + 1;
      seen.set(label, times);
      if (times >= 5 && label !== own && label !== NO_AREA) labels[cell] = label;
    }
  });
}

/** Two areas that touch crosswise at one corner only are parted there, so that every outline is a simple one. */
export function uncross(columns: number, labels: Int32Array): void {
  for (let pass = 0; pass < 20; pass++) {
    let changed = false;
    for (let cell = 0; cell + columns + 1 < labels.length; cell++) {
      const [right, above, across] = [cell + 1, cell + columns, cell + columns + 1];
      changed = part(labels, cell, across, right, above) || changed;
      changed = part(labels, right, above, cell, across) || changed;
    }
    if (!changed) return;
  }
}

/** Where `a` and `b` are of one area and neither `c` nor `d` is, one of these joins them. */
function part(labels: Int32Array, a: number, b: number, c: number, d: number): boolean {
  const label = labels[a] as number;
  if (label !== labels[b] || label === labels[c] || label === labels[d]) return false;
  if (label === NO_AREA) {
    if (labels[c] === labels[d]) labels[a] = labels[c] as number;
    else return false;
  } else labels[labels[c] === NO_AREA ? c : d] = label;
  return true;
}
