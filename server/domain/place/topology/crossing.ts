import Flatbush from 'flatbush';
import type { Box, Ring } from '../ring.ts';

/** Edges as [ax, ay, bx, by, …], microdegrees. */
export type Edges = readonly number[];

/** The edges of rings, those alone whose boxes touch a box where one is given. */
export function edgesOf(rings: readonly Ring[], box: Box | null = null): number[] {
  const edges: number[] = [];
  for (const ring of rings) {
    let ax = ring[ring.length - 2] as number;
    let ay = ring[ring.length - 1] as number;
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const bx = ring[i] as number;
      const by = ring[i + 1] as number;
      if (box === null || touches(box, ax, ay, bx, by)) edges.push(ax, ay, bx, by);
      ax = bx;
      ay = by;
    }
  }
  return edges;
}

function touches(box: Box, ax: number, ay: number, bx: number, by: number): boolean {
  return (
    Math.max(ax, bx) >= box[0] && Math.min(ax, bx) <= box[2] && Math.max(ay, by) >= box[1] && Math.min(ay, by) <= box[3]
  );
}

const MANY = 4_096;

/**
 * Whether an edge of one set crosses an edge of another, or ends in the middle of it. Edges that only share ends, or lie
 * on each other end to end, do not.
 */
export function crosses(some: Edges, others: Edges): boolean {
  if (some.length * others.length < 16 * MANY) {
    for (let i = 0; i < some.length; i += 4)
      for (let k = 0; k < others.length; k += 4) if (meet(some, i, others, k)) return true;
    return false;
  }
  const index = indexOf(others);
  for (let i = 0; i < some.length; i += 4) {
    const [ax, ay, bx, by] = [some[i], some[i + 1], some[i + 2], some[i + 3]] as [number, number, number, number];
    const near = index.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    if (near.some((k) => meet(some, i, others, 4 * k))) return true;
  }
  return false;
}

/** Where rings cross themselves or each other: the middle of an edge that does, in microdegrees; null where none does. */
export function selfCrossing(rings: readonly Ring[]): [number, number] | null {
  const edges = edgesOf(rings);
  if (edges.length < 16) return null;
  const index = indexOf(edges);
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, ay, bx, by] = [edges[i], edges[i + 1], edges[i + 2], edges[i + 3]] as [number, number, number, number];
    const near = index.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    for (const k of near) if (4 * k > i && meet(edges, i, edges, 4 * k, true)) return [(ax + bx) / 2, (ay + by) / 2];
  }
  return null;
}

function indexOf(edges: Edges): Flatbush {
  const index = new Flatbush(edges.length / 4);
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, ay, bx, by] = [edges[i], edges[i + 1], edges[i + 2], edges[i + 3]] as [number, number, number, number];
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return index;
}

/** @param through only edges that go through each other count, not one that ends on the other. */
function meet(p: Edges, i: number, q: Edges, k: number, through = false): boolean {
  const [ax, ay, bx, by] = [p[i], p[i + 1], p[i + 2], p[i + 3]] as [number, number, number, number];
  const [cx, cy, dx, dy] = [q[k], q[k + 1], q[k + 2], q[k + 3]] as [number, number, number, number];
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return false;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false;
  const c = side(ax, ay, bx, by, cx, cy);
  const d = side(ax, ay, bx, by, dx, dy);
  const a = side(cx, cy, dx, dy, ax, ay);
  const b = side(cx, cy, dx, dy, bx, by);
  if (c * d < 0 && a * b < 0) return true;
  if (through) return false;
  return (
    (c === 0 && isBetween(ax, ay, bx, by, cx, cy)) ||
    (d === 0 && isBetween(ax, ay, bx, by, dx, dy)) ||
    (a === 0 && isBetween(cx, cy, dx, dy, ax, ay)) ||
    (b === 0 && isBetween(cx, cy, dx, dy, bx, by))
  );
}

/** Exact: differences of whole microdegrees inside one city stay far below 2^26. */
function side(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
}

/** Of a point on the line through a and b: whether it lies between them and is neither. */
function isBetween(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  return (x - ax) * (x - bx) + (y - ay) * (y - by) < 0;
}
