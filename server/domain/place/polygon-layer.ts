import Flatbush from 'flatbush';
import { boxOf, isInRing, type Box } from './ring.ts';

type Shape = { ordinal: number; parts: readonly (readonly ArrayLike<number>[])[] };

/**
 * The outlines of one level, packed into typed arrays with a box index over them, to find the one a point lies in.
 * Any polygons with holes and several parts; where two overlap, the first given wins.
 */
export class PolygonLayer {
  private readonly index: Flatbush | null;
  /** Per part: the place it belongs to, and its first ring in `ringStart` (one entry more than parts). */
  private readonly ordinals: Int32Array;
  private readonly firstRing: Int32Array;
  /** Per ring: where it starts in `corners` (one entry more than rings). */
  private readonly ringStart: Int32Array;
  private readonly corners: Int32Array;
  private readonly isHit: (part: number) => boolean;
  private x = 0;
  private y = 0;

  constructor(shapes: readonly Shape[]) {
    const parts = shapes.reduce((sum, shape) => sum + shape.parts.length, 0);
    const rings = shapes.flatMap((shape) => shape.parts.flat());
    this.ordinals = new Int32Array(parts);
    this.firstRing = new Int32Array(parts + 1);
    this.ringStart = new Int32Array(rings.length + 1);
    this.corners = new Int32Array(rings.reduce((sum, ring) => sum + ring.length, 0));
    this.index = parts === 0 ? null : new Flatbush(parts);
    this.isHit = (part) => this.holds(part, this.x, this.y);
    let part = 0;
    let ring = 0;
    for (const shape of shapes) {
      for (const own of shape.parts) {
        this.ordinals[part++] = shape.ordinal;
        this.index?.add(...boxOf(own));
        for (const corners of own) {
          const start = this.ringStart[ring++] as number;
          for (let i = 0; i < corners.length; i++) this.corners[start + i] = corners[i] as number;
          this.ringStart[ring] = start + corners.length;
        }
        this.firstRing[part] = ring;
      }
    }
    this.index?.finish();
  }

  /** Ordinal of the place that has the point (microdegrees), -1 when none has. */
  find(x: number, y: number): number {
    if (this.index === null) return -1;
    this.x = x;
    this.y = y;
    const hits = this.index.search(x, y, x, y, this.isHit);
    let best = -1;
    for (const part of hits) if (best === -1 || part < best) best = part;
    return best === -1 ? -1 : (this.ordinals[best] as number);
  }

  /** Ordinals of the places whose boxes touch a box (microdegrees), each once, ascending. */
  within(box: Box): number[] {
    if (this.index === null) return [];
    const found = new Set(this.index.search(...box).map((part) => this.ordinals[part] as number));
    return [...found].sort((a, b) => a - b);
  }

  private holds(part: number, x: number, y: number): boolean {
    // Even-odd over all rings of the part: a hole flips the answer back.
    let inside = false;
    for (let ring = this.firstRing[part] as number; ring < (this.firstRing[part + 1] as number); ring++) {
      const from = this.ringStart[ring] as number;
      const to = this.ringStart[ring + 1] as number;
      if (isInRing(this.corners, x, y, from, to)) inside = !inside;
    }
    return inside;
  }
}
