import { MOST_REACH, type Lattice } from './lattice.ts';

/**
 * Which cells belong to a city whose cases lie in the `occupied` ones: those, the gaps between them as far as cases of
 * this density leave gaps, all that is enclosed, and a cell's breadth around.
 */
export function builtUp({ columns, rows }: Lattice, occupied: Uint8Array): Uint8Array {
  const reach = reachOf(columns, occupied);
  const grown = spread(columns, occupied, reach);
  const empty = grown.map((cell) => 1 - cell);
  const eaten = spread(columns, empty, reach - 1);
  return withoutHoles(
    columns,
    rows,
    eaten.map((cell) => 1 - cell),
  );
}

/** How far apart, in cells, neighbours are that still belong together. */
function reachOf(columns: number, occupied: Uint8Array): number {
  const apart: number[] = [];
  const rings = Array.from({ length: MOST_REACH }, (_, at) => ringAt(columns, at + 1));
  occupied.forEach((isOccupied, cell) => {
    if (isOccupied === 0) return;
    const near = rings.findIndex((ring) => ring.some((step) => occupied[cell + step] === 1));
    apart.push(near === -1 ? MOST_REACH : near + 1);
  });
  apart.sort((a, b) => a - b);
  const usual = apart[Math.floor(0.95 * (apart.length - 1))] ?? 1;
  return Math.min(MOST_REACH, Math.max(3, Math.ceil(1.5 * usual) + 1));
}

/** Steps to the cells of a square ring around one. */
export function ringAt(columns: number, distance: number): number[] {
  if (distance === 0) return [0];
  const steps: number[] = [];
  for (let along = -distance; along < distance; along++)
    steps.push(
      -distance * columns + along,
      distance * columns - along,
      along * columns + distance,
      -along * columns - distance,
    );
  return steps;
}

/** All cells within `reach` of one that is set; the margin keeps it inside. */
function spread(columns: number, set: Uint8Array, reach: number): Uint8Array {
  const steps: number[] = [];
  for (let y = -reach; y <= reach; y++)
    for (let x = -reach; x <= reach; x++) if (x * x + y * y <= reach * reach + reach) steps.push(y * columns + x);
  const out = new Uint8Array(set.length);
  set.forEach((isSet, cell) => {
    if (isSet === 0) return;
    // What lies before the first cell or after the last is not written.
    for (const step of steps) out[cell + step] = 1;
  });
  return out;
}

function withoutHoles(columns: number, rows: number, inside: Uint8Array): Uint8Array {
  const outside = new Uint8Array(inside.length);
  const waiting = [0];
  outside[0] = 1;
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    const column = cell % columns;
    const row = (cell - column) / columns;
    const visit = (next: number): void => {
      if (inside[next] !== 0 || outside[next] !== 0) return;
      outside[next] = 1;
      waiting.push(next);
    };
    if (column > 0) visit(cell - 1);
    if (column < columns - 1) visit(cell + 1);
    if (row > 0) visit(cell - columns);
    if (row < rows - 1) visit(cell + columns);
  }
  return outside.map((cell) => 1 - cell);
}
