import Flatbush from 'flatbush';
import clipping from 'polygon-clipping';
import { signedArea } from '../ring.ts';
import { crosses, edgesOf } from './crossing.ts';
import { isInside, pieceAreaM2, piecesOf, shapeAreaM2, type Piece, type Shape } from './shape.ts';

/** A place that is not wholly in its parent; `actual`: the parent that has most of it, where that is another one. */
export type Stray = {
  child: Shape;
  outside: Piece[];
  outsideM2: number;
  actual: { parent: Shape; areaM2: number } | null;
};

export type Strays = { found: Stray[]; failed: Shape[] };

/**
 * Compares places with the outlines of the level above.
 *
 * @param parentOf the outline of the parent that a place is said to have; undefined: it has none to compare with.
 * @param toleranceM2 less than this outside is a seam, not a fault.
 */
export function findStrays(
  children: readonly Shape[],
  parents: readonly Shape[],
  parentOf: (child: Shape) => Shape | undefined,
  toleranceM2: number,
): Strays {
  const result: Strays = { found: [], failed: [] };
  if (parents.length === 0) return result;
  const index = new Flatbush(parents.length);
  for (const { box } of parents) index.add(...box);
  index.finish();
  for (const child of children) {
    const parent = parentOf(child);
    if (parent === undefined || liesWithin(child, parent)) continue;
    try {
      const outside = clipping.difference(piecesOf(child), piecesOf(parent));
      const outsideM2 = outside.reduce((sum, piece) => sum + pieceAreaM2(piece), 0);
      if (outsideM2 <= toleranceM2) continue;
      const others = index.search(...child.box, (at) => parents[at] !== parent).map((at) => parents[at] as Shape);
      const actual = outsideM2 > shapeAreaM2(child) / 2 ? holderOf(child, others) : null;
      result.found.push({ child, outside, outsideM2, actual });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      result.failed.push(child);
    }
  }
  return result;
}

/** Ground of the parents that no place below them has. */
export function uncovered(parent: Shape, cover: readonly (readonly number[])[]): Piece[] {
  return clipping.difference(piecesOf(parent), piecesOf({ rings: cover }));
}

function holderOf(child: Shape, parents: readonly Shape[]): Stray['actual'] {
  let best: Stray['actual'] = null;
  for (const parent of parents) {
    const held = clipping.intersection(piecesOf(child), piecesOf(parent));
    const areaM2 = held.reduce((sum, piece) => sum + pieceAreaM2(piece), 0);
    if (areaM2 > (best?.areaM2 ?? 0)) best = { parent, areaM2 };
  }
  return best !== null && best.areaM2 > shapeAreaM2(child) / 2 ? best : null;
}

/** True where a place surely lies in its parent; false says nothing. */
function liesWithin(child: Shape, parent: Shape): boolean {
  if (parent.rings.some((ring) => signedArea(ring) < 0)) return false;
  const nearby = edgesOf(parent.rings, child.box);
  if (crosses(edgesOf(child.rings), nearby)) return false;
  const border = new Set<string>();
  for (let i = 0; i < nearby.length; i += 4) border.add(nearby.slice(i, i + 4).join());
  const own = edgesOf(child.rings);
  for (let i = 0; i < own.length; i += 4) {
    if (border.has(own.slice(i, i + 4).join())) continue;
    const [ax, ay, bx, by] = [own[i], own[i + 1], own[i + 2], own[i + 3]] as [number, number, number, number];
    if (!isInside(parent, (ax + bx) / 2, (ay + by) / 2)) return false;
  }
  return true;
}
