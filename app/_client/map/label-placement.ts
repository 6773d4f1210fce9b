/** A rectangle in pixels. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** A label that wants to stand near a point, `width` × `height` px, centred where `spots` or `reach` say. */
export type LabelWish = {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Centres to try, relative to the point, best first. Without them, everything within `reach` is tried. */
  spots?: readonly (readonly [number, number])[];
  reach?: number;
};

export type Placed = { id: string; box: Box; x: number; y: number };

const KEEP_BONUS = 0.6;
/** Side of the squares by which boxes are found again, px. */
const BUCKET_PX = 48;

/** Boxes that are found by where they are, so that asking whether a spot is free costs what lies near it. */
export class BoxIndex {
  readonly #buckets = new Map<number, Box[]>();

  constructor(boxes: readonly Box[] = []) {
    for (const box of boxes) this.add(box);
  }

  add(box: Box): void {
    this.#visit(box, (key) => {
      const bucket = this.#buckets.get(key);
      if (bucket === undefined) this.#buckets.set(key, [box]);
      else bucket.push(box);
      return false;
    });
  }

  /** Whether a box lies on any of those that were added. */
  hits(box: Box): boolean {
    return this.#visit(box, (key) => this.#buckets.get(key)?.some((other) => overlap(box, other)) ?? false);
  }

  #visit({ left, top, right, bottom }: Box, found: (key: number) => boolean): boolean {
    const [from, to] = [Math.floor(left / BUCKET_PX), Math.floor(right / BUCKET_PX)];
    for (let row = Math.floor(top / BUCKET_PX); row <= Math.floor(bottom / BUCKET_PX); row++)
      for (let column = from; column <= to; column++) if (found(row * 100_003 + column)) return true;
    return false;
  }
}

/**
 * Places labels one after the other, most important first, each where it costs least: far from its point costs a
 * little, covering a symbol or another label is not done at all. A label keeps last time's place (`before`) while that
 * is free and nearly as good, so that nothing hops. A label without a free place is left out.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  obstacles: readonly Box[],
  area: Box,
  step: number,
  before: ReadonlyMap<string, readonly [number, number]>,
): Placed[] {
  const taken = new BoxIndex(obstacles);
  const placed: Placed[] = [];
  for (const wish of wishes) {
    const best = bestSpot(wish, taken, area, step, before.get(wish.id));
    if (best === null) continue;
    const [x, y] = [wish.x + best[0], wish.y + best[1]];
    const box = boxAround(x, y, wish.width, wish.height);
    taken.add(box);
    placed.push({ id: wish.id, box, x, y });
  }
  return placed;
}

function bestSpot(
  wish: LabelWish,
  taken: BoxIndex,
  area: Box,
  step: number,
  last: readonly [number, number] | undefined,
): readonly [number, number] | null {
  let best: readonly [number, number] | null = null;
  let least = Infinity;
  const spots = wish.spots ?? spotsWithin(wish.reach ?? 0, step);
  const consider = (spot: readonly [number, number], cost: number): void => {
    if (cost >= least) return;
    const box = boxAround(wish.x + spot[0], wish.y + spot[1], wish.width, wish.height);
    if (box.left < area.left || box.top < area.top || box.right > area.right || box.bottom > area.bottom) return;
    if (taken.hits(box)) return;
    least = cost;
    best = spot;
  };
  if (last !== undefined && wish.spots === undefined) consider(last, Math.hypot(last[0], last[1]) * KEEP_BONUS);
  for (const [rank, spot] of spots.entries()) {
    const cost = wish.spots === undefined ? Math.hypot(spot[0], spot[1] * 1.2) : (rank + 1) * step;
    // Spots come with what they cost in order: none after this one is better.
    if (cost >= least) break;
    consider(spot, cost);
  }
  return best;
}

const MOST_RINGS = 16;
const rings = new Map<string, (readonly [number, number])[]>();

/** Offsets on a lattice within a circle, nearest first. */
function spotsWithin(reach: number, step: number): readonly (readonly [number, number])[] {
  const key = `${reach}/${step}`;
  const known = rings.get(key);
  if (known !== undefined) return known;
  const spots: [number, number][] = [];
  const count = step > 0 ? Math.floor(reach / step) : 0;
  for (let row = -count; row <= count; row++) {
    for (let column = -count; column <= count; column++) {
      if (Math.hypot(row, column) <= count) spots.push([column * step, row * step]);
    }
  }
  spots.sort((a, b) => Math.hypot(a[0], a[1] * 1.2) - Math.hypot(b[0], b[1] * 1.2));
  if (rings.size >= MOST_RINGS) rings.clear();
  rings.set(key, spots);
  return spots;
}

export function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
