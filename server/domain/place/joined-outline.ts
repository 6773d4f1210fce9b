import type { Outline, PolygonRings, ShapedPlace } from './place.ts';
import { isInRing, signedArea, type Ring } from './ring.ts';

const MICRO = 1_000_000;

type Corner = readonly [number, number];
type Edge = { from: Corner; to: Corner };

/**
 * One outline around neighbouring areas: edges that two of them share, corner by corner, fall away. Where neighbours meet
 * without common corners the seam stays. Null where there is no area.
 */
export function joinedOutline(areas: Iterable<ShapedPlace['parts']>): Outline | null {
  const rings = stitched(bordersOf(areas)).filter((ring) => signedArea(ring) !== 0);
  const outer = rings.filter((ring) => signedArea(ring) > 0);
  const polygons = outer.map((ring): PolygonRings => [degrees(ring)]);
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    const [x, y] = inside(hole);
    // The smallest that has it: islands lie in lakes.
    const around = outer
      .map((ring, at) => ({ at, area: signedArea(ring), holds: isInRing(ring, x, y) }))
      .filter(({ holds }) => holds)
      .sort((a, b) => a.area - b.area)[0];
    if (around !== undefined) polygons[around.at]?.push(degrees(hole));
  }
  return polygons.length === 0 ? null : { type: 'MultiPolygon', coordinates: polygons };
}

/** Edges that one area alone has, each with its area to the left. */
function bordersOf(areas: Iterable<ShapedPlace['parts']>): Map<string, Edge> {
  const edges = new Map<string, Edge>();
  for (const parts of areas) {
    for (const rings of parts) {
      rings.forEach((ring, at) => {
        // Outer rings turn left, holes right, whichever way they were written.
        const turned = signedArea(ring) > 0 === (at === 0);
        const corners = cornersOf(ring);
        corners.forEach((corner, n) => {
          const next = corners[(n + 1) % corners.length] as Corner;
          const [from, to] = turned ? [corner, next] : [next, corner];
          if (!edges.delete(`${String(to)} ${String(from)}`)) edges.set(`${String(from)} ${String(to)}`, { from, to });
        });
      });
    }
  }
  return edges;
}

/** Edges end to end as closed rings: [x, y, x, y, …], not closed. */
function stitched(edges: ReadonlyMap<string, Edge>): number[][] {
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges.values()) {
    const from = String(edge.from);
    const known = leaving.get(from);
    if (known) known.push(edge);
    else leaving.set(from, [edge]);
  }
  const rings: number[][] = [];
  for (const start of leaving.keys()) {
    for (let edge = leaving.get(start)?.pop(); edge !== undefined; edge = leaving.get(start)?.pop()) {
      const ring: number[] = [...edge.from];
      for (let at = edge; String(at.to) !== start;) {
        const next = leaving.get(String(at.to))?.pop();
        if (next === undefined) break;
        ring.push(...next.from);
        at = next;
      }
      rings.push(ring);
    }
  }
  return rings;
}

function cornersOf(ring: Ring): Corner[] {
  return Array.from({ length: ring.length / 2 }, (_, n) => [ring[2 * n] as number, ring[2 * n + 1] as number] as const);
}

/** A point just inside a ring that turns right, beside the middle of its first edge. */
function inside(ring: Ring): Corner {
  const [ax, ay, bx, by] = [ring[0] as number, ring[1] as number, ring[2] as number, ring[3] as number];
  const length = Math.hypot(bx - ax, by - ay) || 1;
  return [(ax + bx) / 2 + (by - ay) / length / 2, (ay + by) / 2 - (bx - ax) / length / 2];
}

function degrees(ring: Ring): [number, number][] {
  const corners = cornersOf(ring).map(([x, y]): [number, number] => [x / MICRO, y / MICRO]);
  return [...corners, corners[0] as [number, number]];
}
