import { signedArea } from '../ring.ts';
import { NO_AREA } from './cell-labels.ts';
import type { Lattice } from './lattice.ts';

const ROUNDINGS = 2;
/** Steps of one corner to the next: east, north, west, south. */
const STEP_X = [1, 0, -1, 0] as const;
const STEP_Y = [0, 1, 0, -1] as const;

/** A ring of lattice corners: column, row, column, row …, the inside on the left. */
type Corners = number[];

/**
 * The outlines of labelled cells: rings of microdegrees by label, counter-clockwise, with rounded corners. Neighbours
 * share every corner of their border. An area around another one is cut into parts, so that no ring has a hole.
 */
export function outlinesOf(lattice: Lattice, labels: Int32Array): Map<number, number[][]> {
  const { columns } = lattice;
  const pieces = labels.slice();
  const owner = new Map<number, number>();
  for (const label of labels) if (label !== NO_AREA) owner.set(label, label);
  let rings = trace(columns, pieces);
  for (let hole = holeIn(rings); hole !== null; hole = holeIn(rings)) {
    const part = owner.size;
    const taken = [...owner.keys()].reduce((most, key) => Math.max(most, key), part) + 1;
    owner.set(taken, owner.get(hole.piece) as number);
    pieces.forEach((piece, cell) => {
      if (piece === hole.piece && Math.floor(cell / columns) >= hole.row) pieces[cell] = taken;
    });
    rings = trace(columns, pieces);
  }
  const nodes = nodesOf(columns, rings);
  const outlines = new Map<number, number[][]>();
  for (const { piece, corners } of rings) {
    const label = owner.get(piece) as number;
    const list = outlines.get(label) ?? [];
    outlines.set(label, list);
    list.push(
      degreesOf(
        lattice,
        rounded(corners, (x, y) => nodes.has(y * (columns + 1) + x)),
      ),
    );
  }
  return outlines;
}

type Ring = { piece: number; corners: Corners };

/** The first ring that is a hole, and a row of corners that cuts through it. */
function holeIn(rings: readonly Ring[]): { piece: number; row: number } | null {
  const hole = rings.find(({ corners }) => signedArea(corners) < 0);
  if (hole === undefined) return null;
  const rows = hole.corners.filter((_, at) => at % 2 === 1);
  return { piece: hole.piece, row: Math.ceil((Math.min(...rows) + Math.max(...rows)) / 2) };
}

/** All rings around cells of one piece each, along the lattice. */
function trace(columns: number, pieces: Int32Array): Ring[] {
  const wide = columns + 1;
  // By piece, the directions in which its border leaves a corner.
  const leaving = new Map<number, Map<number, number[]>>();
  pieces.forEach((piece, cell) => {
    if (piece === NO_AREA) return;
    const corner = Math.floor(cell / columns) * wide + (cell % columns);
    const edges = [
      [cell - columns, corner, 0],
      [cell + 1, corner + 1, 1],
      [cell + columns, corner + wide + 1, 2],
      [cell - 1, corner + wide, 3],
    ] as const;
    for (const [beyond, from, direction] of edges) {
      if (pieces[beyond] === piece) continue;
      let own = leaving.get(piece);
      if (own === undefined) leaving.set(piece, (own = new Map<number, number[]>()));
      const list = own.get(from);
      if (list === undefined) own.set(from, [direction]);
      else list.push(direction);
    }
  });
  return [...leaving].flatMap(([piece, own]) => {
    const rings: Ring[] = [];
    for (const start of own.keys())
      for (let first = own.get(start)?.[0]; first !== undefined; first = own.get(start)?.[0])
        rings.push({ piece, corners: follow(own, start, first, wide) });
    return rings;
  });
}

/** Walks one ring, taking its edges away; at a crossing it keeps to the cell on its left. */
function follow(own: Map<number, number[]>, start: number, first: number, wide: number): Corners {
  const corners: Corners = [];
  let [at, direction] = [start, first];
  do {
    corners.push(at % wide, Math.floor(at / wide));
    const list = own.get(at) as number[];
    list.splice(list.indexOf(direction), 1);
    at += (STEP_X[direction] as number) + (STEP_Y[direction] as number) * wide;
    const before = direction;
    const next = own.get(at) ?? [];
    direction = [1, 0, 3].map((turn) => (before + turn) % 4).find((way) => next.includes(way)) ?? -1;
  } while (at !== start && direction !== -1);
  return corners;
}

/** Corners where more than two borders meet: they stay where they are. */
function nodesOf(columns: number, rings: readonly Ring[]): Set<number> {
  const wide = columns + 1;
  const met = new Map<number, Set<number>>();
  for (const { corners } of rings)
    for (let i = 0; i < corners.length; i += 2) {
      const j = (i + 2) % corners.length;
      const from = (corners[i + 1] as number) * wide + (corners[i] as number);
      const to = (corners[j + 1] as number) * wide + (corners[j] as number);
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const)
        // prettier-ignore
        met.set(one, (met.get(one) ?? new Set<number>()).add(other));
    }
  return new Set([...met].filter(([, others]) => others.size > 2).map(([corner]) => corner));
}

/**
 * Rounds the corners of a border that runs along the lattice: through the middles of its edges, then twice cut at each
 * corner. What a corner becomes depends on its neighbours alone, so that both sides of a border become the same.
 */
function rounded(corners: Corners, isNode: (x: number, y: number) => boolean): number[] {
  let points: { x: number; y: number; stays: boolean }[] = [];
  for (let i = 0; i < corners.length; i += 2) {
    const j = (i + 2) % corners.length;
    const [x, y] = [corners[i] as number, corners[i + 1] as number];
    if (isNode(x, y)) points.push({ x, y, stays: true });
    points.push({ x: (x + (corners[j] as number)) / 2, y: (y + (corners[j + 1] as number)) / 2, stays: false });
  }
  for (let round = 0; round < ROUNDINGS; round++)
    points = points.flatMap((point, at) => {
      if (point.stays) return [point];
      const towards = ({ x, y }: { x: number; y: number }) => ({
        ...{ x: (3 * point.x + x) / 4, y: (3 * point.y + y) / 4 },
        stays: false,
      });
      const before = points.at(at - 1) ?? point;
      const after = points[(at + 1) % points.length] ?? point;
      return [towards(before), towards(after)];
    });
  return points
    .filter((point, at) => {
      const [before, after] = [points.at(at - 1) ?? point, points[(at + 1) % points.length] ?? point];
      const turn = (point.x - before.x) * (after.y - point.y) - (point.y - before.y) * (after.x - point.x);
      return point.stays || turn !== 0;
    })
    .flatMap(({ x, y }) => [x, y]);
}

function degreesOf({ west, south, stepX, stepY }: Lattice, ring: readonly number[]): number[] {
  return ring.map((value, at) => (at % 2 === 0 ? Math.round(west + value * stepX) : Math.round(south + value * stepY)));
}
