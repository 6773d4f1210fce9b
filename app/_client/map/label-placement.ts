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
  const taken = [...obstacles];
  const placed: Placed[] = [];
  for (const wish of wishes) {
    const best = bestSpot(wish, taken, area, step, before.get(wish.id));
    if (best === null) continue;
    const [x, y] = [wish.x + best[0], wish.y + best[1]];
    const box = boxAround(x, y, wish.width, wish.height);
    taken.push(box);
    placed.push({ id: wish.id, box, x, y });
  }
  return placed;
}

function bestSpot(
  wish: LabelWish,
  taken: readonly Box[],
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
    if (taken.some((other) => overlap(box, other))) return;
    least = cost;
    best = spot;
  };
  if (last !== undefined && wish.spots === undefined) consider(last, Math.hypot(last[0], last[1]) * KEEP_BONUS);
  spots.forEach((spot, rank) =>
    consider(spot, wish.spots === undefined ? Math.hypot(spot[0], spot[1] * 1.2) : (rank + 1) * step),
  );
  return best;
}

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
  rings.clear();
  rings.set(key, spots);
  return spots;
}

export function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
