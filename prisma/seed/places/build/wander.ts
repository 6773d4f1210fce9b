import { randomOf } from './random.ts';

type Segment = { ax: number; ay: number; bx: number; by: number; edge: string };

/**
 * Lets the straight borders between neighbouring cells wander a little, as borders along roads and brooks do: both
 * cells get the same new corners. Edges that belong to one ring only (the parent's outline) stay. An edge whose
 * wandering would cross another stays straight.
 * @param rings in microdegrees, sharing all corners along their borders (`joinCorners`).
 * @param step shortest edge to bend, in microdegrees.
 */
export function wander(rings: readonly (readonly number[])[], step: number, amount: number): number[][] {
  const uses = new Map<string, number>();
  eachEdge(rings, (key) => uses.set(key, (uses.get(key) ?? 0) + 1));
  const lines = new Map<string, number[]>();
  eachEdge(rings, (key, ax, ay, bx, by) => {
    if (!lines.has(key)) lines.set(key, ax < bx || (ax === bx && ay < by) ? [ax, ay, bx, by] : [bx, by, ax, ay]);
  });
  const segments = [...lines].map(([edge, line]) => segmentsOf(edge, line)).flat();
  for (const [edge, line] of lines) {
    if (uses.get(edge) !== 2) continue;
    const bent = bend(line, step, amount, randomOf(edge));
    if (bent.length === 4) continue;
    const pieces = segmentsOf(edge, bent);
    if (pieces.some((piece) => segments.some((other) => other.edge !== edge && cross(piece, other)))) continue;
    lines.set(edge, bent);
    segments.splice(
      segments.findIndex((segment) => segment.edge === edge),
      1,
      ...pieces,
    );
  }
  return rings.map((ring) => {
    const out: number[] = [];
    eachEdge([ring], (key, ax, ay) => {
      const line = lines.get(key) as number[];
      const forward = line[0] === ax && line[1] === ay;
      for (let i = 0; i + 3 < line.length; i += 2) {
        const at = forward ? i : line.length - 2 - i;
        out.push(line[at] as number, line[at + 1] as number);
      }
    });
    return out;
  });
}

function eachEdge(
  rings: readonly (readonly number[])[],
  visit: (key: string, ax: number, ay: number, bx: number, by: number) => void,
): void {
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      const [ax, ay, bx, by] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [number, number, number, number];
      const forward = ax < bx || (ax === bx && ay < by);
      visit(forward ? `${ax},${ay},${bx},${by}` : `${bx},${by},${ax},${ay}`, ax, ay, bx, by);
    }
  }
}

/** Midpoint displacement, halving until the pieces are shorter than a step. */
function bend(line: number[], step: number, amount: number, random: () => number): number[] {
  const [ax, ay, bx, by] = line as [number, number, number, number];
  const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
  if (length < step) return line;
  const shift = (random() - 0.5) * 2 * amount;
  const at = 0.5 + (random() - 0.5) * 0.2;
  const x = Math.round(ax + (bx - ax) * at - (by - ay) * shift);
  const y = Math.round(ay + (by - ay) * at + (bx - ax) * shift);
  return [...bend([ax, ay, x, y], step, amount, random), ...bend([x, y, bx, by], step, amount, random).slice(2)];
}

function segmentsOf(edge: string, line: readonly number[]): Segment[] {
  const out: Segment[] = [];
  for (let i = 0; i + 3 < line.length; i += 2)
    out.push({
      edge,
      ax: line[i] as number,
      ay: line[i + 1] as number,
      bx: line[i + 2] as number,
      by: line[i + 3] as number,
    });
  return out;
}

/** Whether two segments cross or touch, apart from sharing an end. */
function cross(p: Segment, q: Segment): boolean {
  if (Math.max(p.ax, p.bx) < Math.min(q.ax, q.bx) || Math.max(q.ax, q.bx) < Math.min(p.ax, p.bx)) return false;
  if (Math.max(p.ay, p.by) < Math.min(q.ay, q.by) || Math.max(q.ay, q.by) < Math.min(p.ay, p.by)) return false;
  const sharesEnd =
    (p.ax === q.ax && p.ay === q.ay) ||
    (p.ax === q.bx && p.ay === q.by) ||
    (p.bx === q.ax && p.by === q.ay) ||
    (p.bx === q.bx && p.by === q.by);
  const a = side(p, q.ax, q.ay) * side(p, q.bx, q.by);
  const b = side(q, p.ax, p.ay) * side(q, p.bx, p.by);
  return sharesEnd ? a < 0 && b < 0 : a <= 0 && b <= 0;
}

function side(s: Segment, x: number, y: number): number {
  return Math.sign((s.bx - s.ax) * (y - s.ay) - (s.by - s.ay) * (x - s.ax));
}
