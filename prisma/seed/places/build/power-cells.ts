import { centreOf, signedArea } from '#domain/place/ring.ts';
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
  const places = sites.map(({ x, y }, i) => ({ x, y, weight: (targets[i] as number) / Math.PI }));
  let cells = cellsOf(parent, places);
  for (let round = 0; round < rounds || (round < 3 * rounds && cells.some((cell) => cell.length === 0)); round++) {
    cells.forEach((cell, i) => {
      const place = places[i] as Weighted;
      const site = sites[i] as Site;
      const area = cell.reduce((sum, ring) => sum + signedArea(ring), 0);
      // A hexagon's area grows by about √3 per unit of weight; half a step keeps neighbours from swinging.
      place.weight += (0.5 * ((targets[i] as number) - area)) / 1.732;
      const main = largest(cell);
      if (main === null) {
        place.weight = weightToHold(place, places) + (targets[i] as number) / Math.PI;
        return;
      }
      const [centreX, centreY] = centreOf(main);
      const drift = 0.8 * (1 - site.hold);
      place.x += drift * (centreX - place.x) + 0.2 * site.hold * (site.x - place.x);
      place.y += drift * (centreY - place.y) + 0.2 * site.hold * (site.y - place.y);
    });
    cells = cellsOf(parent, places);
  }
  return cells;
}

type Weighted = { x: number; y: number; weight: number };

/** The least weight with which a site lies in its own cell. */
function weightToHold(own: Weighted, places: readonly Weighted[]): number {
  let least = -Infinity;
  for (const other of places)
    if (other !== own) least = Math.max(least, other.weight - (other.x - own.x) ** 2 - (other.y - own.y) ** 2);
  return least;
}

function cellsOf(parent: readonly number[][], places: readonly Weighted[]): Cell[] {
  return places.map((own) => {
    let parts: number[][] = parent.map((ring) => [...ring]);
    const others = places
      .filter((other) => other !== own)
      .map((other) => ({ other, gap: (other.x - own.x) ** 2 + (other.y - own.y) ** 2 }))
      .sort((p, q) => p.gap - q.gap);
    for (const { other } of others) {
      const a = 2 * (other.x - own.x);
      const b = 2 * (other.y - own.y);
      const c = other.x ** 2 + other.y ** 2 - own.x ** 2 - own.y ** 2 - other.weight + own.weight;
      const length = Math.sqrt(a * a + b * b) || 1;
      parts = parts.flatMap((ring) => keepSide(ring, a / length, b / length, c / length));
      if (parts.length === 0) break;
    }
    return parts;
  });
}

function largest(cell: Cell): number[] | null {
  let best: number[] | null = null;
  for (const ring of cell) if (best === null || signedArea(ring) > signedArea(best)) best = ring;
  return best;
}
