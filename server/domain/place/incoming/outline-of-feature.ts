import clipping from 'polygon-clipping';
import { looksSwapped, toWgs84, type Datum } from '../datum.ts';
import { signedArea, isInRing } from '../ring.ts';
import { selfCrossing } from '../topology/crossing.ts';
import { closed, opened } from '../topology/shape.ts';
import type { ProblemKind } from './feature.ts';

export type OutlineFault = {
  kind: ProblemKind;
  reason: string;
  hint: string;
  at: [number, number] | null;
  refuses: boolean;
};

/** Parts as in ShapedPlace (whole microdegrees, WGS-84), null where there is no usable outline; and what is wrong with it. */
export type CheckedOutline = { parts: number[][][] | null; faults: OutlineFault[] };

/** Checks a GeoJSON geometry and converts it from its datum. Never throws, whatever the value is. */
export function outlineOfFeature(geometry: unknown, datum: Datum): CheckedOutline {
  const polygons = polygonsOf(geometry);
  if (typeof polygons === 'string') {
    return none('no-outline', polygons, 'Give it a Polygon or MultiPolygon.');
  }
  const faults: OutlineFault[] = [];
  const parts: number[][][] = [];
  for (const polygon of polygons) {
    const rings: number[][] = [];
    for (const points of polygon) {
      const ring = ringOf(points, datum);
      if ('fault' in ring) return { parts: null, faults: [ring.fault] };
      if (!ring.closed) {
        faults.push(
          fault(
            'unclosed-ring',
            'a ring does not end where it began',
            'It was closed; close it in the file.',
            ring.flat,
            false,
          ),
        );
      }
      rings.push(ring.flat);
    }
    parts.push(rings);
  }
  const crossing = selfCrossing(parts.flat());
  if (crossing !== null) {
    const at: [number, number] = [crossing[0] / 1e6, crossing[1] / 1e6];
    const small = hasSmallLoops(parts);
    const reason = 'the outline crosses itself';
    const hint = small
      ? 'Its loops are small and do no harm; mend them in the map editor.'
      : 'Mend the ring in the map editor.';
    faults.push({ kind: 'self-intersection', reason, hint, at, refuses: !small });
  }
  for (const [outer, ...holes] of parts) {
    for (const hole of holes) {
      const x = ((hole[0] as number) + (hole[2] as number)) / 2;
      const y = ((hole[1] as number) + (hole[3] as number)) / 2;
      if (!isInRing(outer as number[], x, y))
        faults.push(
          fault(
            'invalid-ring',
            'a hole lies outside its outer ring',
            'Draw it as a part of its own, or remove it.',
            hole,
            true,
          ),
        );
    }
  }
  return { parts, faults };
}

/** Share of the area that the loops of an outline may hold, for nobody to ask which side was meant. */
const LOOPS = 0.01;

function hasSmallLoops(parts: readonly number[][][]): boolean {
  try {
    const ground = clipping.union(parts.map((rings) => rings.map(closed))).flatMap((piece) => piece.map(opened));
    const size = (rings: readonly number[][]): number =>
      rings.reduce((sum, ring) => sum + Math.abs(signedArea(ring)), 0);
    return Math.abs(size(parts.flat()) - size(ground)) <= LOOPS * size(ground);
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

type Ring = { flat: number[]; closed: boolean } | { fault: OutlineFault };

function ringOf(points: unknown, datum: Datum): Ring {
  if (!Array.isArray(points)) return { fault: broken('a ring is no list of points') };
  const flat: number[] = [];
  let [first, last]: [number[] | null, number[]] = [null, []];
  for (const point of points as unknown[]) {
    const [lon, lat] = Array.isArray(point) ? (point as unknown[]) : [];
    if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat))
      return { fault: broken(`${JSON.stringify(point)?.slice(0, 60)} is no pair of numbers`) };
    if (looksSwapped(lon, lat))
      return {
        fault: refusal(
          'swapped-axes',
          `${lon}, ${lat}: latitude stands before longitude`,
          'Write longitude first, then latitude.',
        ),
      };
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
      return {
        fault: refusal(
          'not-degrees',
          `${lon}, ${lat} are no degrees`,
          'Export it in longitude and latitude (EPSG:4490 or 4326), or as a Shapefile with its .prj.',
        ),
      };
    first ??= [lon, lat];
    last = [lon, lat];
    const position = toWgs84(lon, lat, datum);
    const [x, y] = [Math.round(position.lon * 1e6), Math.round(position.lat * 1e6)];
    if (flat.at(-2) !== x || flat.at(-1) !== y) flat.push(x, y);
  }
  if (flat.length > 2 && flat[0] === flat.at(-2) && flat[1] === flat.at(-1)) flat.length -= 2;
  if (flat.length < 6) return { fault: broken('a ring has fewer than three corners', flat) };
  if (signedArea(flat) === 0) return { fault: broken('a ring has no area', flat) };
  return { flat, closed: first !== null && first[0] === last[0] && first[1] === last[1] };
}

/** The polygons of a geometry, or why it has none. */
function polygonsOf(geometry: unknown): unknown[][] | string {
  if (geometry === null || geometry === undefined) return 'the feature has no outline';
  if (typeof geometry !== 'object') return 'its geometry is no object';
  const { type, coordinates, geometries } = geometry as { type?: unknown; coordinates?: unknown; geometries?: unknown };
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    const all = (geometries as unknown[]).map(polygonsOf);
    const polygons = all.flatMap((each) => (typeof each === 'string' ? [] : each));
    return polygons.length === 0 ? 'its GeometryCollection holds no polygon' : polygons;
  }
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return `its geometry is ${typeof type === 'string' ? `a ${type.slice(0, 40)}` : 'of no type'}, not a Polygon or MultiPolygon`;
  if (!Array.isArray(coordinates)) return 'its geometry has no coordinates';
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as unknown[];
  if (polygons.length === 0 || !polygons.every((rings) => Array.isArray(rings) && rings.length > 0))
    return 'its geometry has no rings';
  return polygons as unknown[][];
}

function broken(reason: string, flat: number[] = []): OutlineFault {
  return fault('invalid-ring', reason, 'Mend or remove the ring.', flat, true);
}

function refusal(kind: ProblemKind, reason: string, hint: string): OutlineFault {
  return { kind, reason, hint, at: null, refuses: true };
}

function fault(kind: ProblemKind, reason: string, hint: string, flat: number[], refuses: boolean): OutlineFault {
  const [x, y] = flat;
  return { kind, reason, hint, at: x === undefined || y === undefined ? null : [x / 1e6, y / 1e6], refuses };
}

function none(kind: ProblemKind, reason: string, hint: string): CheckedOutline {
  return { parts: null, faults: [refusal(kind, reason, hint)] };
}
