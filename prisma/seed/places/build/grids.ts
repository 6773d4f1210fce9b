import { centreOf, innerPoint } from '#domain/place/ring.ts';
import { absorbScraps } from './absorb.ts';
import { cutBlocks } from './blocks.ts';
import type { BuiltUp } from './communities.ts';
import { joinCorners } from '#domain/place/junctions.ts';
import { areaM2 } from '#domain/place/ellipsoid.ts';
import { toMicrodegrees, toPlane, type Plane } from './plane.ts';
import { randomOf } from './random.ts';

/** Height of the rows in which grids are numbered. */
const ROW_M = 100;
const PATCH_M = 600;
/** A grid smaller than this joins its neighbour. */
const SMALLEST_M2 = 4_000;

/**
 * The unit grids of a built-up community, in rows of 100 m, west to east, north to south.
 * @param parts of the community, microdegrees. @param isSea asked in microdegrees. @returns rings in microdegrees.
 */
export function shapeGrids(
  plane: Plane,
  parts: readonly number[][],
  builtUp: BuiltUp,
  isSea: (lon: number, lat: number) => boolean,
): number[][] {
  const blocks = parts.flatMap((ring) => cutBlocks(toPlane(plane, ring), (piece) => isNear(piece, builtUp)));
  const joined = joinCorners(blocks.map((ring) => toMicrodegrees(plane, ring))).map((ring, owner) => ({ owner, ring }));
  const whole = absorbScraps(joined, ({ ring }) => areaM2(ring) < SMALLEST_M2);
  // Outlines of the coast hold water too, and nobody walks a round there.
  const ashore = whole.filter(({ ring }) => !isSea(...innerPoint(ring)));
  const placed = ashore.map(({ ring }) => ({ ring, centre: centreOf(toPlane(plane, ring)) }));
  const top = placed.reduce((north, { centre }) => Math.max(north, centre[1]), -Infinity);
  const rowOf = ({ centre }: { centre: [number, number] }) => Math.floor((top - centre[1]) / ROW_M);
  return placed.sort((a, b) => rowOf(a) - rowOf(b) || a.centre[0] - b.centre[0]).map(({ ring }) => ring);
}

/** Whether a piece's box comes within the built-up radius. */
function isNear(piece: readonly number[], { town, radius }: BuiltUp): boolean {
  if (radius === Infinity) return true;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < piece.length; i += 2) {
    west = Math.min(west, piece[i] as number);
    east = Math.max(east, piece[i] as number);
    south = Math.min(south, piece[i + 1] as number);
    north = Math.max(north, piece[i + 1] as number);
  }
  const dx = Math.max(west - town[0], 0, town[0] - east);
  const dy = Math.max(south - town[1], 0, town[1] - north);
  return dx * dx + dy * dy <= radius * radius * (0.6 + 0.8 * unevenness(west, south));
}

/** 0 to 1, smooth over some 600 m: towns end where they end, not in a circle. */
function unevenness(x: number, y: number): number {
  const [u, v] = [x / PATCH_M, y / PATCH_M];
  const [column, row] = [Math.floor(u), Math.floor(v)];
  const [s, t] = [u - column, v - row];
  const at = (c: number, r: number) => randomOf(`${c} ${r}`)();
  const south = at(column, row) * (1 - s) + at(column + 1, row) * s;
  const north = at(column, row + 1) * (1 - s) + at(column + 1, row + 1) * s;
  return south * (1 - t) + north * t;
}
