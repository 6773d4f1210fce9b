import { signedArea } from '#domain/place/ring.ts';
import { absorbScraps } from './absorb.ts';
import { joinCorners } from '#domain/place/junctions.ts';
import { toMicrodegrees, type Plane } from './plane.ts';
import type { Cell } from './power-cells.ts';

/**
 * Cells in microdegrees that share all corners with their neighbours, each in one piece where that can be: what a
 * winding parent cuts off from a cell goes to the neighbour around it.
 * @returns rings with the index of their cell.
 */
export function wholeCells(plane: Plane, cells: readonly Cell[]): { owner: number; ring: number[] }[] {
  const rings = joinCorners(cells.flat().map((ring) => toMicrodegrees(plane, ring)));
  const owners = cells.flatMap((cell, at) => cell.map(() => at));
  const pieces = rings.map((ring, at) => ({ owner: owners[at] as number, ring }));
  const largest = new Map<number, number>();
  for (const { owner, ring } of pieces) largest.set(owner, Math.max(largest.get(owner) ?? 0, signedArea(ring)));
  return absorbScraps(pieces, ({ owner, ring }) => signedArea(ring) < (largest.get(owner) ?? 0));
}
