import { signedArea } from '#domain/place/ring.ts';
import { keepSide } from './half-plane.ts';

/** A unit grid is about 10 000 m² (GB/T 30428.1). */
const BLOCK_M2 = 10_000;
/** A cut that leaves a piece smaller than this is tried elsewhere first. */
const SLIVER_M2 = 4_000;

/**
 * Cuts a ring into blocks of about 100 m × 100 m: halved again and again across its longer side, along and across its
 * longest edge, as streets would do. No gaps, no overlaps.
 * @param ring counter-clockwise, metres.
 * @param isWanted says whether any of a piece may be needed; a piece it refuses is left out whole.
 */
export function cutBlocks(ring: readonly number[], isWanted: (piece: readonly number[]) => boolean): number[][] {
  const [ux, uy] = longestEdge(ring);
  const blocks: number[][] = [];
  cut([...ring], Math.max(1, Math.round(signedArea(ring) / BLOCK_M2)), { ux, uy, isWanted, blocks });
  return blocks;
}

type Task = { ux: number; uy: number; isWanted: (piece: readonly number[]) => boolean; blocks: number[][] };

function cut(ring: number[], count: number, task: Task): void {
  const { ux, uy, isWanted, blocks } = task;
  if (!isWanted(ring)) return;
  if (count <= 1) {
    blocks.push(ring);
    return;
  }
  const area = signedArea(ring);
  const along = extent(ring, ux, uy) >= extent(ring, -uy, ux);
  const directions: [number, number][] = along ? [[ux, uy], [-uy, ux]] : [[-uy, ux], [ux, uy]]; // prettier-ignore
  const half = Math.floor(count / 2);
  const attempts = directions.flatMap(([a, b]) => [half, count - half].map((part) => ({ a, b, part })));
  let best: { pieces: { ring: number[]; count: number }[]; smallest: number } | null = null;
  for (const { a, b, part } of attempts) {
    const c = offsetFor(ring, a, b, (area * part) / count);
    const pieces = [...keepSide(ring, a, b, c), ...keepSide(ring, -a, -b, -c)];
    const smallest = Math.min(...pieces.map((piece) => signedArea(piece)));
    if (best === null || smallest > best.smallest)
      best = { pieces: pieces.map((piece) => ({ ring: piece, count: blocksIn(piece) })), smallest };
    if (smallest >= SLIVER_M2) break;
  }
  for (const piece of best?.pieces ?? []) {
    // A piece that is no smaller than the whole would be cut for ever.
    if (piece.count >= count && (best?.pieces.length ?? 0) < 2) blocks.push(piece.ring);
    else cut(piece.ring, Math.min(piece.count, count - 1), task);
  }
}

function blocksIn(ring: number[]): number {
  return Math.max(1, Math.round(signedArea(ring) / BLOCK_M2));
}

/** The c for which a·x + b·y ≤ c holds the wanted area, by halving. */
function offsetFor(ring: readonly number[], a: number, b: number, wanted: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const height = a * (ring[i] as number) + b * (ring[i + 1] as number);
    low = Math.min(low, height);
    high = Math.max(high, height);
  }
  for (let step = 0; step < 26; step++) {
    const middle = (low + high) / 2;
    if (areaBelow(ring, a, b, middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Area of the ring where a·x + b·y ≤ c: the integral of min(height, c) across, which folds the rest flat. */
function areaBelow(ring: readonly number[], a: number, b: number, c: number): number {
  let area = 0;
  const corners = ring.length;
  let x = ring[corners - 2] as number;
  let y = ring[corners - 1] as number;
  let before = a * x + b * y - c;
  let acrossBefore = a * y - b * x;
  for (let i = 0; i < corners; i += 2) {
    x = ring[i] as number;
    y = ring[i + 1] as number;
    const after = a * x + b * y - c;
    const across = a * y - b * x;
    const width = across - acrossBefore;
    if (before <= 0 && after <= 0) area += (width * (before + after)) / 2;
    else if (before < 0) area += (width * before * (before / (before - after))) / 2;
    else if (after < 0) area += (width * after * (after / (after - before))) / 2;
    before = after;
    acrossBefore = across;
  }
  // Counted from the line c, so that what lies on it adds nothing; counter-clockwise makes it positive.
  return area;
}

function extent(ring: readonly number[], a: number, b: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const height = a * (ring[i] as number) + b * (ring[i + 1] as number);
    low = Math.min(low, height);
    high = Math.max(high, height);
  }
  return high - low;
}

function longestEdge(ring: readonly number[]): [number, number] {
  let best: [number, number] = [1, 0];
  let longest = 0;
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    const dx = (ring[j] as number) - (ring[i] as number);
    const dy = (ring[j + 1] as number) - (ring[i + 1] as number);
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length > longest) [longest, best] = [length, [dx / length, dy / length]];
  }
  return best;
}
