import Flatbush from 'flatbush';
import clipping from 'polygon-clipping';
import type { Box } from '../ring.ts';
import { crosses, edgesOf } from './crossing.ts';
import { isInside, piecesOf, type Piece, type Shape } from './shape.ts';

/** Two outlines of one level that hold the same ground, and the pieces they both hold. */
export type Overlap = { first: Shape; second: Shape; pieces: Piece[] };

/** `failed`: pairs whose common ground could not be computed. */
export type Overlaps = { found: Overlap[]; failed: { first: Shape; second: Shape }[] };

/** Every pair of outlines that overlap. Pairs that only share borders are told apart without computing areas. */
export function findOverlaps(shapes: readonly Shape[]): Overlaps {
  const result: Overlaps = { found: [], failed: [] };
  if (shapes.length < 2) return result;
  const index = new Flatbush(shapes.length);
  for (const { box } of shapes) index.add(...box);
  index.finish();
  shapes.forEach((first, at) => {
    const near = index.search(...first.box, (other) => other > at).sort((a, b) => a - b);
    for (const other of near) {
      const second = shapes[other] as Shape;
      if (!mayOverlap(first, second)) continue;
      try {
        const pieces = clipping.intersection(piecesOf(first), piecesOf(second));
        if (pieces.length > 0) result.found.push({ first, second, pieces });
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        result.failed.push({ first, second });
      }
    }
  });
  return result;
}

/** False where two outlines surely share no ground; their borders share corners, so this needs no areas. */
function mayOverlap(first: Shape, second: Shape): boolean {
  const common: Box = [
    Math.max(first.box[0], second.box[0]),
    Math.max(first.box[1], second.box[1]),
    Math.min(first.box[2], second.box[2]),
    Math.min(first.box[3], second.box[3]),
  ];
  if (common[0] >= common[2] || common[1] >= common[3]) return false;
  if (crosses(edgesOf(first.rings, common), edgesOf(second.rings, common))) return true;
  const shared = sharedCorners(first, second);
  return shared === 'same edge' || reachesInto(first, second, shared) || reachesInto(second, first, shared);
}

/** Numbers of the corners both have; 'same edge' where both run along an edge in the same direction: on the same side. */
function sharedCorners(first: Shape, second: Shape): ReadonlySet<number> | 'same edge' {
  const next = new Map<number, number[]>();
  for (const ring of first.ids) {
    ring.forEach((id, i) => {
      const follower = ring[(i + 1) % ring.length] as number;
      const known = next.get(id);
      if (known === undefined) next.set(id, [follower]);
      else known.push(follower);
    });
  }
  const shared = new Set<number>();
  for (const ring of second.ids) {
    for (let i = 0; i < ring.length; i++) {
      const followers = next.get(ring[i] as number);
      if (followers === undefined) continue;
      if (followers.includes(ring[(i + 1) % ring.length] as number)) return 'same edge';
      shared.add(ring[i] as number);
    }
  }
  return shared;
}

/** Nothing crosses, so a stretch between two shared corners is wholly inside or outside: one look at each is enough. */
function reachesInto(shape: Shape, into: Shape, shared: ReadonlySet<number>): boolean {
  return shape.ids.some((ring, at) => {
    const corners = shape.rings[at] as readonly number[];
    return ring.some((id, i) => {
      const j = (i + 1) % ring.length;
      if (i > 0 && !shared.has(id)) return false;
      if (shared.has(id) && shared.has(ring[j] as number) && isBorder(into, ring[j] as number, id)) return false;
      const x = ((corners[2 * i] as number) + (corners[2 * j] as number)) / 2;
      const y = ((corners[2 * i + 1] as number) + (corners[2 * j + 1] as number)) / 2;
      return isInside(into, x, y);
    });
  });
}

function isBorder(shape: Shape, from: number, to: number): boolean {
  return shape.ids.some((ring) => ring.some((id, i) => id === from && ring[(i + 1) % ring.length] === to));
}
