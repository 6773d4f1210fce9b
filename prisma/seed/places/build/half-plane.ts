import { signedArea, type Ring } from '#domain/place/ring.ts';

type Crossing = { along: number; x: number; y: number; partner: Crossing | null; chain: number[] | null };

/**
 * The parts of a counter-clockwise simple ring where a·x + b·y ≤ c. A ring that winds may fall into several parts.
 * A ring that lies there whole is returned itself. Cutting with (a, b, c) and (-a, -b, -c) gives two sides that meet in the very same corners.
 */
export function keepSide(ring: number[], a: number, b: number, c: number): number[][] {
  const corners = ring.length / 2;
  const heights = new Float64Array(corners);
  let above = 0;
  for (let i = 0; i < corners; i++) {
    const height = a * (ring[2 * i] as number) + b * (ring[2 * i + 1] as number) - c;
    heights[i] = height;
    if (height > 0) above++;
  }
  if (above === 0) return [ring];
  if (above === corners) return [];
  const crossings = chainsInside(ring, heights, a, b);
  return linkChains(crossings);
}

/** Walks the ring once; every chain of kept corners runs from the crossing where it enters to the one where it leaves. */
function chainsInside(ring: Ring, heights: Float64Array, a: number, b: number): Crossing[] {
  const corners = heights.length;
  let first = 0;
  while ((heights[first] as number) <= 0) first++;
  const crossings: Crossing[] = [];
  let chain: number[] = [];
  for (let step = 0; step < corners; step++) {
    const i = (first + step) % corners;
    const j = (i + 1) % corners;
    const before = heights[i] as number;
    const after = heights[j] as number;
    if (before > 0 && after > 0) continue;
    if (before > 0) {
      const enter = crossingOf(ring, i, j, before, after, a, b);
      chain = [enter.x, enter.y];
      enter.chain = chain;
      crossings.push(enter);
    }
    if (after <= 0) chain.push(ring[2 * j] as number, ring[2 * j + 1] as number);
    else {
      const leave = crossingOf(ring, i, j, before, after, a, b);
      chain.push(leave.x, leave.y);
      crossings.push(leave);
    }
  }
  for (let k = 0; k < crossings.length; k += 2) (crossings[k] as Crossing).partner = crossings[k + 1] as Crossing;
  return crossings;
}

/** Along the cutting line crossings come in pairs with the ring's inside between them: each pair closes a gap. */
function linkChains(crossings: Crossing[]): number[][] {
  if (crossings.length === 2) return realRings([(crossings[0] as Crossing).chain ?? []]);
  const sorted = [...crossings].sort((p, q) => p.along - q.along);
  const next = new Map<Crossing, Crossing>();
  for (let k = 0; k + 1 < sorted.length; k += 2) {
    const [p, q] = [sorted[k] as Crossing, sorted[k + 1] as Crossing];
    next.set(p, q);
    next.set(q, p);
  }
  const parts: number[][] = [];
  const used = new Set<Crossing>();
  for (const start of crossings) {
    if (start.chain === null || used.has(start)) continue;
    const part: number[] = [];
    let enter: Crossing | undefined = start;
    while (enter !== undefined && enter.chain !== null && !used.has(enter)) {
      used.add(enter);
      part.push(...enter.chain);
      enter = next.get(enter.partner as Crossing);
    }
    parts.push(part);
  }
  return realRings(parts);
}

/** What is left of rings without repeated corners, those of no area dropped. */
function realRings(rings: number[][]): number[][] {
  return rings.map(withoutRepeats).filter((ring) => ring.length >= 6 && signedArea(ring) > 1e-3);
}

function crossingOf(ring: Ring, i: number, j: number, hi: number, hj: number, a: number, b: number): Crossing {
  // From the lower end to the higher, so that both sides of a cut compute the same point.
  const [low, high, hLow, hHigh] = hi < hj ? [i, j, hi, hj] : [j, i, hj, hi];
  const magnitude = Math.abs(hLow) <= Math.abs(hHigh);
  const [from, to, hFrom, hTo] = magnitude ? [low, high, hLow, hHigh] : [high, low, hHigh, hLow];
  const t = hFrom / (hFrom - hTo);
  const x = (ring[2 * from] as number) + t * ((ring[2 * to] as number) - (ring[2 * from] as number));
  const y = (ring[2 * from + 1] as number) + t * ((ring[2 * to + 1] as number) - (ring[2 * from + 1] as number));
  return { along: a * y - b * x, x, y, partner: null, chain: null };
}

function withoutRepeats(ring: number[]): number[] {
  const out: number[] = [];
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const x = ring[i] as number;
    const y = ring[i + 1] as number;
    if (out.at(-2) !== x || out.at(-1) !== y) out.push(x, y);
  }
  if (out.length > 2 && out[0] === out.at(-2) && out[1] === out.at(-1)) out.length -= 2;
  return out;
}
