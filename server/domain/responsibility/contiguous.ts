import type { ShapedPlace } from '../place/place.ts';
import { boxOf, type Box } from '../place/ring.ts';

/** Borders so near to each other are one, metres: the seam between two surveys is no gap. */
const SEAM_M = 1;
/** Outlines that have less border in common, in metres, touch in a corner only. */
const LEAST_BORDER_M = 2;
/** Metres in a microdegree of latitude, within 0.5 %. */
const NORTH = 0.1111;

/** All edges of one outline, [ax, ay, bx, by, …] in metres on one plane, and the box around them. */
type Edges = { corners: number[]; box: Box };

/** For each outline the positions of those that it has a border with, ascending. */
export function neighboursOf(outlines: readonly ShapedPlace['parts'][]): number[][] {
  const start = outlines.flat(2)[0];
  const latitude = (start?.[1] ?? 0) / 1e6;
  const scale = { x: NORTH * Math.cos((latitude * Math.PI) / 180), y: NORTH, x0: start?.[0] ?? 0, y0: start?.[1] ?? 0 };
  const all = outlines.map((parts) => edgesOf(parts, scale));
  const neighbours = outlines.map((): number[] => []);
  for (let a = 0; a < all.length; a++) {
    for (let b = a + 1; b < all.length; b++) {
      if (!bordersOn(all[a] as Edges, all[b] as Edges)) continue;
      neighbours[a]?.push(b);
      neighbours[b]?.push(a);
    }
  }
  return neighbours;
}

/** The pieces that hang together, each ascending, in order of their first members. */
export function piecesOf(neighbours: readonly (readonly number[])[]): number[][] {
  const seen = new Set<number>();
  const pieces: number[][] = [];
  for (let start = 0; start < neighbours.length; start++) {
    if (seen.has(start)) continue;
    seen.add(start);
    const piece = [start];
    for (const at of piece) {
      for (const other of neighbours[at] ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        piece.push(other);
      }
    }
    pieces.push(piece.sort((a, b) => a - b));
  }
  return pieces;
}

function edgesOf(parts: ShapedPlace['parts'], scale: { x: number; y: number; x0: number; y0: number }): Edges {
  const corners: number[] = [];
  for (const ring of parts.flat()) {
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      for (const at of [i, j]) {
        corners.push(((ring[at] as number) - scale.x0) * scale.x, ((ring[at + 1] as number) - scale.y0) * scale.y);
      }
    }
  }
  return { corners, box: boxOf([corners]) };
}

function bordersOn(a: Edges, b: Edges): boolean {
  if (!areNear(a.box, b.box)) return false;
  // Few edges of either lie beside the other: the rest needs no measuring.
  const [own, others] = [edgesNear(a.corners, b.box), edgesNear(b.corners, a.box)];
  let metres = 0;
  for (const i of own) {
    for (const j of others) {
      metres += commonMetres(a.corners, i, b.corners, j);
      if (metres >= LEAST_BORDER_M) return true;
    }
  }
  return false;
}

/** Where in `corners` the edges begin whose boxes come near a box. */
function edgesNear(corners: readonly number[], [west, south, east, north]: Box): number[] {
  const found: number[] = [];
  for (let i = 0; i < corners.length; i += 4) {
    const [ax, ay, bx, by] = [corners[i], corners[i + 1], corners[i + 2], corners[i + 3]] as [number, number, number, number]; // prettier-ignore
    if (ax < west - SEAM_M && bx < west - SEAM_M) continue;
    if (ax > east + SEAM_M && bx > east + SEAM_M) continue;
    if (ay < south - SEAM_M && by < south - SEAM_M) continue;
    if (ay > north + SEAM_M && by > north + SEAM_M) continue;
    found.push(i);
  }
  return found;
}

function areNear([west, south, east, north]: Box, [otherWest, otherSouth, otherEast, otherNorth]: Box): boolean {
  return (
    west <= otherEast + SEAM_M &&
    otherWest <= east + SEAM_M &&
    south <= otherNorth + SEAM_M &&
    otherSouth <= north + SEAM_M
  );
}

/** Metres of an edge along which another runs beside it. */
function commonMetres(a: readonly number[], i: number, b: readonly number[], j: number): number {
  const [ax, ay] = [a[i] as number, a[i + 1] as number];
  const [dx, dy] = [(a[i + 2] as number) - ax, (a[i + 3] as number) - ay];
  const length = Math.hypot(dx, dy);
  if (length === 0) return 0;
  // Both ends of the other edge along this one and beside it, in metres.
  const along = (x: number, y: number): number => ((x - ax) * dx + (y - ay) * dy) / length;
  const beside = (x: number, y: number): number => ((y - ay) * dx - (x - ax) * dy) / length;
  const [cx, cy, ex, ey] = [b[j], b[j + 1], b[j + 2], b[j + 3]] as [number, number, number, number];
  const [from, to] = [along(cx, cy), along(ex, ey)];
  const [near, far] = [beside(cx, cy), beside(ex, ey)];
  const first = Math.max(0, Math.min(from, to));
  const last = Math.min(length, Math.max(from, to));
  if (last - first <= 0) return 0;
  const besideAt = (at: number): number => near + ((far - near) * (at - from)) / (to - from);
  return Math.abs(besideAt(first)) <= SEAM_M && Math.abs(besideAt(last)) <= SEAM_M ? last - first : 0;
}
