import { centreOf, isInRing, signedArea } from '#domain/place/ring.ts';
import { keepSide } from './half-plane.ts';

/** A cell to make: where it starts, how firmly it stays there (0 drifts, 1 stays), and its share of the whole area. */
export type Site = { x: number; y: number; hold: number; share: number };

/** One cell: its parts, counter-clockwise rings in metres. Parts of one cell may lie apart where the parent winds. */
export type Cell = number[][];

/**
 * Divides a parent among sites: straight-edged cells without gap or overlap (a power diagram), each site drifting to
 * its cell's centre and each weight moving until the cell has about its share of the area.
 * @param parent counter-clockwise rings in metres.
 */
export function divide(parent: readonly number[][], sites: readonly Site[], rounds: number): Cell[] {
  const total = parent.reduce((sum, ring) => sum + signedArea(ring), 0);
  const shares = sites.reduce((sum, site) => sum + site.share, 0);
  const targets = sites.map((site) => (total * site.share) / shares);
  // A cell's weight is about the square of its radius.
  const places = sites.map(({ x, y }, i) => ({
    x,
    y,
    weight: (targets[i] as number) / Math.PI,
    near: [] as number[],
  }));
  for (const place of places) place.near = nearestFirst(place, places);
  keepHeld(places);
  let cells = cellsOf(parent, places);
  for (let round = 0; round < rounds; round++) {
    cells.forEach((cell, i) => {
      const place = places[i] as Weighted;
      const site = sites[i] as Site;
      const area = cell.reduce((sum, ring) => sum + signedArea(ring), 0);
      // A hexagon's area grows by about √3 per unit of weight; half a step keeps neighbours from swinging.
      place.weight += (0.5 * ((targets[i] as number) - area)) / 1.732;
      const main = largest(cell);
      if (main === null) return;
      const [centreX, centreY] = centreOf(main);
      const drift = 0.8 * (1 - site.hold);
      const x = place.x + drift * (centreX - place.x) + 0.2 * site.hold * (site.x - place.x);
      const y = place.y + drift * (centreY - place.y) + 0.2 * site.hold * (site.y - place.y);
      if (parent.some((ring) => isInRing(ring, x, y))) [place.x, place.y] = [x, y];
    });
    keepHeld(places);
    cells = cellsOf(parent, places);
  }
  return cells;
}

/** `near`: the sites whose borders cut this cell the round before; they are tried first. */
type Weighted = { x: number; y: number; weight: number; near: number[] };

/** Raises weights until every site lies in its own cell, so that no cell is empty. */
function keepHeld(places: readonly Weighted[]): void {
  const order = [...places].sort((p, q) => q.weight - p.weight);
  order.forEach((heavy, i) => {
    for (let k = i + 1; k < order.length; k++) {
      const light = order[k] as Weighted;
      const gap = (heavy.x - light.x) ** 2 + (heavy.y - light.y) ** 2;
      light.weight = Math.max(light.weight, heavy.weight - 0.8 * gap);
    }
  });
}

function cellsOf(parent: readonly number[][], places: readonly Weighted[]): Cell[] {
  const cutBy = new Int32Array(places.length).fill(-1);
  return places.map((own, self) => {
    let parts: number[][] = [...parent];
    let reach = reachOf(parts, own);
    const near: number[] = [];
    const cutAt = (i: number) => {
      const other = places[i] as Weighted;
      if (cutBy[i] === self || i === self) return;
      const [dx, dy] = [other.x - own.x, other.y - own.y];
      const squared = dx * dx + dy * dy;
      const shift = squared + own.weight - other.weight;
      // The border lies beyond the cell's farthest corner.
      if (shift > 0 && shift * shift > 4 * squared * reach * reach) return;
      cutBy[i] = self;
      const gap = Math.sqrt(squared) || 1;
      const [a, b] = [dx / gap, dy / gap];
      const kept = parts.flatMap((ring) => keepSide(ring, a, b, a * own.x + b * own.y + shift / (2 * gap)));
      if (kept.length === parts.length && kept.every((ring, k) => ring === parts[k])) return;
      parts = kept;
      reach = reachOf(parts, own);
      near.push(i);
    };
    own.near.forEach(cutAt);
    for (let i = 0; i < places.length; i++) cutAt(i);
    own.near = near;
    return parts;
  });
}

function nearestFirst(own: Weighted, places: readonly Weighted[]): number[] {
  const gaps = Float64Array.from(places, (other) => (other.x - own.x) ** 2 + (other.y - own.y) ** 2);
  return places.map((_place, i) => i).sort((i, j) => (gaps[i] as number) - (gaps[j] as number));
}

/** Distance from a site to the farthest corner. */
function reachOf(parts: readonly number[][], { x, y }: Weighted): number {
  let farthest = 0;
  for (const ring of parts)
    for (let i = 0; i + 1 < ring.length; i += 2)
      farthest = Math.max(farthest, ((ring[i] as number) - x) ** 2 + ((ring[i + 1] as number) - y) ** 2);
  return Math.sqrt(farthest);
}

function largest(cell: Cell): number[] | null {
  let best: number[] | null = null;
  for (const ring of cell) if (best === null || signedArea(ring) > signedArea(best)) best = ring;
  return best;
}
