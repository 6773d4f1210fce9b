const NEAR = 4;
const BUCKET = 512;

/**
 * Puts every corner that lies on another ring's edge (within 4 microdegrees, 0.4 m) into that edge, so that rings which
 * touch share all corners along their border and no hair's breadth stays free or doubled after rounding.
 * @param rings in microdegrees; returned in the same order.
 */
export function joinCorners(rings: readonly (readonly number[])[]): number[][] {
  const buckets = new Map<number, number[]>();
  const seen = new Set<number>();
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const x = ring[i] as number;
      const y = ring[i + 1] as number;
      const key = x * 2 ** 26 + y;
      if (seen.has(key)) continue;
      seen.add(key);
      const bucket = bucketOf(Math.floor(x / BUCKET), Math.floor(y / BUCKET));
      const list = buckets.get(bucket);
      if (list === undefined) buckets.set(bucket, [x, y]);
      else list.push(x, y);
    }
  }
  return rings.map((ring) => joined(ring, buckets));
}

function joined(ring: readonly number[], buckets: Map<number, number[]>): number[] {
  const out: number[] = [];
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    const ax = ring[i] as number;
    const ay = ring[i + 1] as number;
    out.push(ax, ay, ...cornersOn(ax, ay, ring[j] as number, ring[j + 1] as number, buckets));
  }
  return out;
}

function cornersOn(ax: number, ay: number, bx: number, by: number, buckets: Map<number, number[]>): number[] {
  const dx = bx - ax;
  const dy = by - ay;
  const span = dx * dx + dy * dy;
  const length = Math.sqrt(span);
  const found: { t: number; x: number; y: number }[] = [];
  for (const bucket of bucketsAlong(ax, ay, dx, dy)) {
    const list = buckets.get(bucket);
    if (list === undefined) continue;
    for (let k = 0; k < list.length; k += 2) {
      const x = list[k] as number;
      const y = list[k + 1] as number;
      const t = ((x - ax) * dx + (y - ay) * dy) / span;
      if (t * length < 1 || (1 - t) * length < 1) continue;
      if (Math.abs((x - ax) * dy - (y - ay) * dx) <= NEAR * length) found.push({ t, x, y });
    }
  }
  if (found.length === 0) return [];
  found.sort((p, q) => p.t - q.t);
  return found.flatMap(({ x, y }) => [x, y]);
}

/** Buckets an edge passes, with a margin: column by column, the rows that the edge has there. */
function bucketsAlong(ax: number, ay: number, dx: number, dy: number): number[] {
  const found: number[] = [];
  const west = Math.min(ax, ax + dx) - NEAR;
  const east = Math.max(ax, ax + dx) + NEAR;
  const low = Math.min(ay, ay + dy);
  const high = Math.max(ay, ay + dy);
  const last = Math.floor(east / BUCKET);
  for (let column = Math.floor(west / BUCKET); column <= last; column++) {
    let [south, north] = [low, high];
    if (dx !== 0) {
      const enter = ay + ((column * BUCKET - NEAR - ax) * dy) / dx;
      const leave = ay + (((column + 1) * BUCKET + NEAR - ax) * dy) / dx;
      south = Math.max(low, Math.min(enter, leave));
      north = Math.min(high, Math.max(enter, leave));
    }
    const top = Math.floor((north + NEAR) / BUCKET);
    for (let row = Math.floor((south - NEAR) / BUCKET); row <= top; row++) found.push(bucketOf(column, row));
  }
  return found;
}

function bucketOf(column: number, row: number): number {
  return column * 2 ** 20 + row;
}
