import { PolygonLayer } from '../polygon-layer.ts';
import { edgeM, type Piece, type Shape } from './shape.ts';

/** How far to step out of a gap to see whose border it is, microdegrees. */
const STEP = 3;

/** Finds the outlines around pieces of open ground. */
export class Surroundings {
  private readonly layer: PolygonLayer;

  constructor(shapes: readonly Shape[]) {
    this.layer = new PolygonLayer(shapes.map(({ at, rings }) => ({ ordinal: at, parts: [rings] })));
  }

  /** Positions of the outlines that border on a piece, the longest common border first. */
  around(piece: Piece): number[] {
    const lengths = new Map<number, number>();
    for (const ring of piece) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const [[ax, ay], [bx, by]] = [ring[i] as [number, number], ring[i + 1] as [number, number]];
        const long = Math.hypot(bx - ax, by - ay);
        if (long === 0) continue;
        const [stepX, stepY] = [(-(by - ay) / long) * STEP, ((bx - ax) / long) * STEP];
        const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
        const sides = [this.layer.find(x + stepX, y + stepY), this.layer.find(x - stepX, y - stepY)];
        for (const at of new Set(sides)) if (at !== -1) lengths.set(at, (lengths.get(at) ?? 0) + edgeM(ax, ay, bx, by));
      }
    }
    return [...lengths]
      .filter(([, length]) => length > 0.5)
      .sort((a, b) => b[1] - a[1])
      .map(([at]) => at);
  }
}

/** Metres of border that outlines share corner by corner: for each position, its neighbours with the common length. */
export function commonBorders(shapes: readonly Shape[]): Map<number, Map<number, number>> {
  const owners = new Map<number, number>();
  const found = new Map<number, Map<number, number>>();
  const add = (from: number, to: number, length: number): void => {
    const known = found.get(from) ?? new Map<number, number>();
    known.set(to, (known.get(to) ?? 0) + length);
    found.set(from, known);
  };
  for (const { at, ids, rings } of shapes) {
    ids.forEach((ring, index) => {
      const corners = rings[index] as readonly number[];
      ring.forEach((from, i) => {
        const j = (i + 1) % ring.length;
        const to = ring[j] as number;
        const other = owners.get(to * 2 ** 26 + from);
        if (other === undefined || other === at) return void owners.set(from * 2 ** 26 + to, at);
        const [ax, ay, bx, by] = [corners[2 * i], corners[2 * i + 1], corners[2 * j], corners[2 * j + 1]] as [
          number,
          number,
          number,
          number,
        ];
        const length = edgeM(ax, ay, bx, by);
        add(at, other, length);
        add(other, at, length);
      });
    });
  }
  return found;
}
