import type { Shape } from './shape.ts';

type Edge = { to: number; ax: number; ay: number; bx: number; by: number };
/** Corner numbers stay below this; two of them make one exact number. */
const SPAN = 2 ** 26;

/**
 * Joins outlines that share borders corner by corner and do not overlap: common edges fall away, what is left are the
 * rings around the whole, counter-clockwise around ground and clockwise around holes. Holes that touch in a corner stay
 * two.
 */
export function mergeByEdges(shapes: readonly Shape[]): number[][] {
  const edges = new Map<number, Edge>();
  for (const { rings, ids } of shapes) {
    ids.forEach((ring, at) => {
      const corners = rings[at] as readonly number[];
      ring.forEach((from, i) => {
        const j = (i + 1) % ring.length;
        const to = ring[j] as number;
        if (edges.delete(to * SPAN + from)) return;
        const [ax, ay, bx, by] = [corners[2 * i], corners[2 * i + 1], corners[2 * j], corners[2 * j + 1]];
        edges.set(from * SPAN + to, { to, ax, ay, bx, by } as Edge);
      });
    });
  }
  const leaving = new Map<number, Edge[]>();
  for (const [key, edge] of edges) {
    const from = Math.floor(key / SPAN);
    const known = leaving.get(from);
    if (known === undefined) leaving.set(from, [edge]);
    else known.push(edge);
  }
  const rings: number[][] = [];
  for (const start of leaving.values()) while (start.length > 0) rings.push(trace(start.pop() as Edge, leaving));
  return rings.filter((ring) => ring.length >= 6);
}

function trace(start: Edge, leaving: ReadonlyMap<number, Edge[]>): number[] {
  const ring: number[] = [];
  let edge: Edge | undefined = start;
  while (edge !== undefined) {
    ring.push(edge.ax, edge.ay);
    if (edge.bx === start.ax && edge.by === start.ay) break;
    edge = takeRightmost(edge, leaving.get(edge.to) ?? []);
  }
  return ring;
}

/** Where several edges go on, the one that turns most to the right: it stays along the same open ground. */
function takeRightmost(came: Edge, ways: Edge[]): Edge | undefined {
  if (ways.length < 2) return ways.pop();
  const back = Math.atan2(came.ay - came.by, came.ax - came.bx);
  let best = 0;
  let least = Infinity;
  ways.forEach((way, i) => {
    const turn = Math.atan2(way.by - way.ay, way.bx - way.ax) - back;
    const left = turn <= 0 ? turn + 2 * Math.PI : turn;
    if (left < least) [least, best] = [left, i];
  });
  return ways.splice(best, 1)[0];
}
