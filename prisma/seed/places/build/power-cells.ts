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
    order: sites.map((_s, j) => j),
  }));
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

/** `order`: all sites, nearest first as of the round before, which a sort then finds nearly done. */
type Weighted = { x: number; y: number; weight: number; order: number[] };

/** Raises weights until every site lies in its own cell, so that no cell is empty. */
function keepHeld(places: readonly Weighted[]): void {
  const order = [...places].sort((p, q) => q.weight - p.weight);
  order.forEach((heavy, i) => {
    for (const light of order.slice(i + 1)) {
      const gap = (heavy.x - light.x) ** 2 + (heavy.y - light.y) ** 2;
      light.weight = Math.max(light.weight, heavy.weight - 0.8 * gap);
    }
  });
}

function cellsOf(parent: readonly number[][], places: readonly Weighted[]): Cell[] {
  const heaviest = places.reduce((most, place) => Math.max(most, place.weight), -Infinity);
  const gaps = new Float64Array(places.length);
  return places.map((own) => {
    const order = own.order;
    places.forEach((other, i) => (gaps[i] = (other.x - own.x) ** 2 + (other.y - own.y) ** 2));
    order.sort((i, j) => (gaps[i] as number) - (gaps[j] as number));
    let parts: number[][] = [...parent];
    let reach = reachOf(parts, own);
    for (const i of order) {
      const other = places[i] as Weighted;
      if (other === own) continue;
      const gap = Math.sqrt(gaps[i] as number) || 1;
      // Beyond this distance even the heaviest site's border lies outside all corners.
      if ((gap * gap + own.weight - heaviest) / (2 * gap) > reach && gap > reach) break;
      const border = (gap * gap + own.weight - other.weight) / (2 * gap);
      if (border > reach) continue;
      const a = (other.x - own.x) / gap;
      const b = (other.y - own.y) / gap;
      parts = parts.flatMap((ring) => keepSide(ring, a, b, a * own.x + b * own.y + border));
      if (parts.length === 0) break;
      reach = reachOf(parts, own);
    }
    return parts;
  });
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
