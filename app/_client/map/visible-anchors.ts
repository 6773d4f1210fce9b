import type { Position } from 'geojson';
import type { AreaFeature, BaseMap } from './base.ts';

const COLUMNS = 36;
const ROWS = 30;
/** Less of an area than this share of the box is not worth a name. */
const LEAST_SHARE = 0.012;

type Window = readonly [west: number, south: number, east: number, north: number];

/**
 * For every area that shows in a window, a point well inside the part that shows: the middle of its part, moved onto the
 * part where the middle is outside. Degrees, by code.
 */
export function visibleAnchors(
  areas: BaseMap['districts'],
  [west, south, east, north]: Window,
): Map<string, [lon: number, lat: number]> {
  const anchors = new Map<string, [number, number]>();
  for (const area of areas.features) {
    const inside: [number, number][] = [];
    const box = boxOf(area);
    for (let row = 0; row < ROWS; row++) {
      const lat = south + ((row + 0.5) / ROWS) * (north - south);
      if (lat < box.south || lat > box.north) continue;
      for (let column = 0; column < COLUMNS; column++) {
        const lon = west + ((column + 0.5) / COLUMNS) * (east - west);
        if (lon >= box.west && lon <= box.east && contains(area, lon, lat)) inside.push([lon, lat]);
      }
    }
    if (inside.length < LEAST_SHARE * COLUMNS * ROWS) continue;
    const middle = inside.reduce(
      ([lon, lat], point) => [lon + point[0] / inside.length, lat + point[1] / inside.length],
      [0, 0],
    );
    const distance = ([lon, lat]: [number, number]): number => Math.hypot(lon - middle[0], lat - middle[1]);
    anchors.set(
      area.properties.code,
      inside.reduce((best, point) => (distance(point) < distance(best) ? point : best)),
    );
  }
  return anchors;
}

function ringsOf({ geometry }: AreaFeature): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function boxOf(area: AreaFeature): { west: number; south: number; east: number; north: number } {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const ring of ringsOf(area)) {
    for (const [lon, lat] of ring) {
      box.west = Math.min(box.west, lon as number);
      box.east = Math.max(box.east, lon as number);
      box.south = Math.min(box.south, lat as number);
      box.north = Math.max(box.north, lat as number);
    }
  }
  return box;
}

/** Even–odd over all rings, holes included. */
function contains(area: AreaFeature, lon: number, lat: number): boolean {
  let odd = false;
  for (const ring of ringsOf(area)) {
    for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
      const [ax, ay] = ring[index] as [number, number];
      const [bx, by] = ring[before] as [number, number];
      if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) odd = !odd;
    }
  }
  return odd;
}
