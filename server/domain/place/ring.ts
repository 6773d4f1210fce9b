/** Plane geometry on rings: [x, y, x, y, …], not closed, any unit; x grows east, y north. */
export type Ring = ArrayLike<number>;

/** West, south, east, north. */
export type Box = [number, number, number, number];

/** Smallest box around the rings; [Infinity, Infinity, -Infinity, -Infinity] for none. */
export function boxOf(rings: Iterable<Ring>): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const x = ring[i] as number;
      const y = ring[i + 1] as number;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
  }
  return box;
}

/** Area in square units, positive when counter-clockwise. */
export function signedArea(ring: Ring): number {
  // Relative to the first corner, so that large coordinates do not eat the digits of a small area.
  const x0 = ring[0] as number;
  const y0 = ring[1] as number;
  let twice = 0;
  for (let i = 2; i + 3 < ring.length; i += 2) {
    const ax = (ring[i] as number) - x0;
    const ay = (ring[i + 1] as number) - y0;
    twice += ax * ((ring[i + 3] as number) - y0) - ((ring[i + 2] as number) - x0) * ay;
  }
  return twice / 2;
}

/** Centre of mass of a ring; the mean of its corners where it has no area. */
export function centreOf(ring: Ring): [number, number] {
  const x0 = ring[0] as number;
  const y0 = ring[1] as number;
  let twice = 0;
  let sumX = 0;
  let sumY = 0;
  for (let i = 2; i + 3 < ring.length; i += 2) {
    const ax = (ring[i] as number) - x0;
    const ay = (ring[i + 1] as number) - y0;
    const bx = (ring[i + 2] as number) - x0;
    const by = (ring[i + 3] as number) - y0;
    const cross = ax * by - bx * ay;
    twice += cross;
    sumX += (ax + bx) * cross;
    sumY += (ay + by) * cross;
  }
  if (twice !== 0) return [x0 + sumX / (3 * twice), y0 + sumY / (3 * twice)];
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i + 1 < ring.length; i += 2) {
    meanX += ring[i] as number;
    meanY += ring[i + 1] as number;
  }
  const corners = ring.length / 2;
  return [meanX / corners, meanY / corners];
}

/**
 * True when the point lies in the ring (even-odd). On a border that two rings share corner by corner, exactly one of
 * them has the point: an edge is always measured from its lower end, so both rings compute the same number.
 */
export function isInRing(ring: Ring, x: number, y: number, from = 0, to = ring.length): boolean {
  let inside = false;
  let ax = ring[to - 2] as number;
  let ay = ring[to - 1] as number;
  for (let i = from; i < to; i += 2) {
    const bx = ring[i] as number;
    const by = ring[i + 1] as number;
    if (ay > y !== by > y) {
      const crossing = ay < by ? ax + ((bx - ax) * (y - ay)) / (by - ay) : bx + ((ax - bx) * (y - by)) / (ay - by);
      if (x < crossing) inside = !inside;
    }
    ax = bx;
    ay = by;
  }
  return inside;
}

/** A point inside the ring: its centre of mass, or the middle of its widest span at that height where that is outside. */
export function innerPoint(ring: Ring): [number, number] {
  const centre = centreOf(ring);
  if (isInRing(ring, centre[0], centre[1])) return centre;
  const y = centre[1];
  const crossings: number[] = [];
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    const ay = ring[i + 1] as number;
    const by = ring[j + 1] as number;
    if (ay > y === by > y) continue;
    const ax = ring[i] as number;
    crossings.push(ax + (((ring[j] as number) - ax) * (y - ay)) / (by - ay));
  }
  crossings.sort((a, b) => a - b);
  let best: [number, number] = [ring[0] as number, ring[1] as number];
  let widest = 0;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [west, east] = [crossings[i] as number, crossings[i + 1] as number];
    if (east - west > widest) [widest, best] = [east - west, [(west + east) / 2, y]];
  }
  return best;
}
