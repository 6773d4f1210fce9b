import { boxOf, isInRing, signedArea } from '#domain/place/ring.ts';
import { FileFault } from './file-fault.ts';
import type { Projection } from './map-projection.ts';

/** A GeoJSON geometry of the kinds that matter here; null where the record holds none. */
export type ShapeGeometry =
  | { type: 'Point'; coordinates: number[] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] }
  | { type: 'LineString'; coordinates: number[][] }
  | null;

/**
 * Reads the records of a .shp: polygons with their holes, points, and lines as far as to say that they are lines.
 * Heights and measures are left out.
 *
 * @throws FileFault where it is no Shapefile or cut short.
 */
export function readShp(bytes: Uint8Array, project: Projection): ShapeGeometry[] {
  if (bytes.length < 100) throw new FileFault('the .shp is empty or cut short: export the layer again');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getInt32(0) !== 9994) throw new FileFault('the .shp is no Shapefile: it does not begin with its mark, 9994');
  const found: ShapeGeometry[] = [];
  let at = 100;
  while (at + 8 <= bytes.length) {
    const length = view.getInt32(at + 4) * 2;
    const end = at + 8 + length;
    if (length < 4 || end > bytes.length)
      throw new FileFault(`the .shp is cut short or damaged at record ${found.length + 1}: export the layer again`);
    try {
      found.push(readRecord(new DataView(bytes.buffer, bytes.byteOffset + at + 8, length), project));
    } catch (error) {
      if (error instanceof RangeError)
        throw new FileFault(`record ${found.length + 1} of the .shp is damaged: export the layer again`);
      throw error;
    }
    at = end;
  }
  return found;
}

function readRecord(record: DataView, project: Projection): ShapeGeometry {
  const type = record.getInt32(0, true) % 10;
  if (record.getInt32(0, true) === 0) return null;
  const point = (at: number): number[] => {
    const [x, y] = [record.getFloat64(at, true), record.getFloat64(at + 8, true)];
    return project === null ? [x, y] : project(x, y);
  };
  if (type === 1) return { type: 'Point', coordinates: point(4) };
  if (type === 8) return { type: 'Point', coordinates: point(40) };
  if (type !== 3 && type !== 5) return null;
  const [parts, points] = [record.getInt32(36, true), record.getInt32(40, true)];
  if (parts < 0 || points < 0 || 44 + 4 * parts + 16 * points > record.byteLength) throw new RangeError('counts');
  const rings: number[][][] = [];
  for (let part = 0; part < parts; part++) {
    const from = record.getInt32(44 + 4 * part, true);
    const to = part + 1 < parts ? record.getInt32(48 + 4 * part, true) : points;
    const ring: number[][] = [];
    for (let i = from; i < to; i++) ring.push(point(44 + 4 * parts + 16 * i));
    rings.push(ring);
  }
  if (type === 3) return { type: 'LineString', coordinates: rings.flat() };
  return { type: 'MultiPolygon', coordinates: groupRings(rings) };
}

/** Rings as polygons: one in none or in two others is an outer ring, one in one other is its hole, however it is wound. */
export function groupRings(rings: readonly number[][][]): number[][][][] {
  if (rings.length === 1) return [[...rings]];
  const sized = rings.map((ring) => {
    const flat = ring.flatMap(([x, y]) => [x as number, y as number]);
    return { ring, flat, box: boxOf([flat]), size: Math.abs(signedArea(flat)) };
  });
  sized.sort((a, b) => b.size - a.size);
  const polygons: { outer: (typeof sized)[number]; rings: number[][][] }[] = [];
  sized.forEach((inner, at) => {
    const [x, y] = [
      ((inner.flat[0] ?? 0) + (inner.flat[2] ?? 0)) / 2,
      ((inner.flat[1] ?? 0) + (inner.flat[3] ?? 0)) / 2,
    ];
    const around = sized
      .slice(0, at)
      .filter(({ flat, box }) => x >= box[0] && y >= box[1] && x <= box[2] && y <= box[3] && isInRing(flat, x, y));
    const host = around.at(-1);
    const polygon = around.length % 2 === 1 ? polygons.find(({ outer }) => outer === host) : undefined;
    if (polygon === undefined) polygons.push({ outer: inner, rings: [inner.ring] });
    else polygon.rings.push(inner.ring);
  });
  return polygons.map((polygon) => polygon.rings);
}
