import clipping from 'polygon-clipping';
import { isInRing, signedArea } from '../ring.ts';
import { mergeByEdges } from './merge.ts';
import { closed, opened, piecesOf, type Piece, type Shape } from './shape.ts';

/** All outlines joined. `failed`: outlines that could not be joined to the others. */
export type Cover = { rings: number[][]; failed: Shape[] };

/**
 * The ground that outlines cover together, as rings: counter-clockwise around ground, clockwise around a hole in it.
 *
 * @param tangled positions of outlines that overlap another: they are joined by area, the others by their common edges,
 *   which is exact and takes no time.
 */
export function coverOf(shapes: readonly Shape[], tangled: ReadonlySet<number>): Cover {
  const rings = mergeByEdges(shapes.filter(({ at }) => !tangled.has(at)));
  const knots = shapes.filter(({ at }) => tangled.has(at));
  if (knots.length === 0) return { rings, failed: [] };
  const failed: Shape[] = [];
  const joined = joinAll(knots, failed);
  let whole: Piece[];
  try {
    whole = clipping.union(piecesOf({ rings }), joined);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { rings, failed: knots };
  }
  return { rings: whole.flatMap((piece) => piece.map((ring, at) => wound(opened(ring), at === 0))), failed };
}

const TOGETHER = 32;

/** Joined in small heaps, then heaps with heaps: each sees few edges at a time. */
function joinAll(shapes: readonly Shape[], failed: Shape[]): Piece[] {
  let heaps: Piece[][] = [];
  const sorted = [...shapes].sort((a, b) => a.box[0] - b.box[0]);
  for (let from = 0; from < sorted.length; from += TOGETHER) {
    const heap = sorted.slice(from, from + TOGETHER);
    try {
      heaps.push(clipping.union(piecesOf(heap[0] as Shape), ...heap.slice(1).map(piecesOf)));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      heaps.push(joinOneByOne(heap, failed));
    }
  }
  while (heaps.length > 1) {
    const next: Piece[][] = [];
    for (let i = 0; i < heaps.length; i += 2)
      next.push(
        i + 1 < heaps.length ? clipping.union(heaps[i] as Piece[], heaps[i + 1] as Piece[]) : (heaps[i] as Piece[]),
      );
    heaps = next;
  }
  return heaps[0] ?? [];
}

function joinOneByOne(heap: readonly Shape[], failed: Shape[]): Piece[] {
  let joined: Piece[] = [];
  for (const shape of heap) {
    try {
      joined = clipping.union(joined, piecesOf(shape));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      failed.push(shape);
    }
  }
  return joined;
}

function wound(ring: number[], outer: boolean): number[] {
  return signedArea(ring) >= 0 === outer ? ring : opened([...closed(ring)].reverse());
}

/** Holes in the covered ground, each without the islands in it. */
export function gapsIn(rings: readonly (readonly number[])[]): Piece[] {
  const holes = rings
    .filter((ring) => signedArea(ring) < 0)
    .map((ring) => ({ ring, size: -signedArea(ring), islands: [] as (readonly number[])[] }));
  holes.sort((a, b) => a.size - b.size);
  for (const ring of rings) {
    const size = signedArea(ring);
    if (size < 0) continue;
    // The middle of an edge: a corner may be one that the hole's border has too.
    const x = ((ring[0] as number) + (ring[2] as number)) / 2;
    const y = ((ring[1] as number) + (ring[3] as number)) / 2;
    holes.find((hole) => hole.size > size && isInRing(hole.ring, x, y))?.islands.push(ring);
  }
  return holes.map(({ ring, islands }) => [closed(ring), ...islands.map((island) => closed(island))]);
}
