import { areaM2 } from '../ellipsoid.ts';
import { boxOf, isInRing, signedArea, type Box } from '../ring.ts';

/**
 * One outline as the check works on it: parts of rings in whole microdegrees, not closed, outer rings counter-clockwise,
 * holes clockwise. `ids` numbers the corners of all outlines together, so that a corner that two share has one number.
 */
export type Shape = {
  /** Position in the list that is checked. */
  at: number;
  rings: readonly (readonly number[])[];
  ids: readonly (readonly number[])[];
  box: Box;
};

/** A closed ring of [x, y] as polygon-clipping takes and gives it; here in microdegrees. */
export type ClosedRing = [number, number][];
/** The outer ring, then holes. */
export type Piece = ClosedRing[];

/** Numbers corners: the same corner, the same number. */
export class Corners {
  private readonly columns = new Map<number, Map<number, number>>();
  private count = 0;

  idOf(x: number, y: number): number {
    let column = this.columns.get(x);
    if (column === undefined) this.columns.set(x, (column = new Map()));
    const known = column.get(y);
    if (known !== undefined) return known;
    column.set(y, this.count);
    return this.count++;
  }
}

/** @param rings as in ShapedPlace, whole microdegrees; wrongly wound ones are turned by their place in the part. */
export function shapeOf(at: number, parts: readonly (readonly (readonly number[])[])[], corners: Corners): Shape {
  const rings = parts.flatMap((part) => part.map((ring, index) => wound(ring, index === 0)));
  const ids = rings.map((ring) => {
    const own = new Array<number>(ring.length / 2);
    for (let i = 0; i < own.length; i++) own[i] = corners.idOf(ring[2 * i] as number, ring[2 * i + 1] as number);
    return own;
  });
  return { at, rings, ids, box: boxOf(rings) };
}

function wound(ring: readonly number[], outer: boolean): readonly number[] {
  if (signedArea(ring) >= 0 === outer) return ring;
  const turned: number[] = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) turned.push(ring[i] as number, ring[i + 1] as number);
  return turned;
}

/** Whether a point lies inside, even-odd over all rings; on the border either answer. */
export function isInside(shape: Pick<Shape, 'rings' | 'box'>, x: number, y: number): boolean {
  const [west, south, east, north] = shape.box;
  if (x < west || x > east || y < south || y > north) return false;
  let inside = false;
  for (const ring of shape.rings) if (isInRing(ring, x, y)) inside = !inside;
  return inside;
}

/** As polygon-clipping takes it: each outer ring with the holes that lie in it. */
export function piecesOf(shape: Pick<Shape, 'rings'>): Piece[] {
  const pieces: { ring: readonly number[]; piece: Piece }[] = [];
  for (const ring of shape.rings) if (signedArea(ring) >= 0) pieces.push({ ring, piece: [closed(ring)] });
  for (const ring of shape.rings) {
    if (signedArea(ring) >= 0) continue;
    const x = ((ring[0] as number) + (ring[2] as number)) / 2;
    const y = ((ring[1] as number) + (ring[3] as number)) / 2;
    const around = pieces
      .filter((candidate) => isInRing(candidate.ring, x, y))
      .sort((a, b) => signedArea(a.ring) - signedArea(b.ring))[0];
    around?.piece.push(closed(ring));
  }
  return pieces.map(({ piece }) => piece);
}

export function closed(ring: readonly number[]): ClosedRing {
  const points: ClosedRing = [];
  for (let i = 0; i + 1 < ring.length; i += 2) points.push([ring[i] as number, ring[i + 1] as number]);
  points.push([...(points[0] as [number, number])]);
  return points;
}

/** Flat and open again. */
export function opened(ring: ClosedRing): number[] {
  return ring.slice(0, -1).flat();
}

/** Square metres of a piece without its holes. */
export function pieceAreaM2([outer, ...holes]: Piece): number {
  return holes.reduce((left, hole) => left - areaM2(opened(hole)), outer === undefined ? 0 : areaM2(opened(outer)));
}

/** Square metres of all rings together, holes taken off. */
export function shapeAreaM2(shape: Pick<Shape, 'rings'>): number {
  return shape.rings.reduce((sum, ring) => sum + (signedArea(ring) >= 0 ? areaM2(ring) : -areaM2(ring)), 0);
}

/** Mean width in metres: what tells a seam between two surveys from a missing block. */
export function pieceWidthM(piece: Piece): number {
  const length = piece.reduce((sum, ring) => sum + ringLengthM(ring), 0);
  return length === 0 ? 0 : (2 * pieceAreaM2(piece)) / length;
}

/** Metres in a microdegree of latitude, within 0.5 % in all of China. */
const NORTH = 0.1111;
const MICRO_RADIANS = Math.PI / 180e6;

/** Length of an edge in metres, within 0.5 %. Microdegrees. */
export function edgeM(ax: number, ay: number, bx: number, by: number): number {
  const east = NORTH * Math.cos(((ay + by) / 2) * MICRO_RADIANS);
  return Math.hypot((bx - ax) * east, (by - ay) * NORTH);
}

function ringLengthM(ring: ClosedRing): number {
  let length = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i] as [number, number], ring[i + 1] as [number, number]];
    length += edgeM(a[0], a[1], b[0], b[1]);
  }
  return length;
}

/** A point inside the piece and out of its holes: the middle of the widest span at one height. Microdegrees. */
export function pointIn(piece: Piece): [number, number] {
  const box = boxOf(piece.map(opened));
  let best: [number, number] = piece[0]?.[0] ?? [0, 0];
  let widest = 0;
  for (const share of [0.5, 0.37, 0.63, 0.21, 0.79]) {
    const y = box[1] + (box[3] - box[1]) * share;
    const crossings = piece.flatMap((ring) => crossingsAt(ring, y)).sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [west, east] = [crossings[i] as number, crossings[i + 1] as number];
      if (east - west > widest) [widest, best] = [east - west, [(west + east) / 2, y]];
    }
  }
  return best;
}

function crossingsAt(ring: ClosedRing, y: number): number[] {
  const found: number[] = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i] as [number, number], ring[i + 1] as [number, number]];
    if (ay > y !== by > y) found.push(ax + ((bx - ax) * (y - ay)) / (by - ay));
  }
  return found;
}
