import type { Feature, Geometry, Position } from 'geojson';

export type Flat = (lon: number, lat: number) => [x: number, y: number];

/**
 * A flat drawing of a region: degrees to pixels of a box, the region centred and as large as fits inside the margins.
 * Good for a city; east–west is shortened by the cosine of its middle latitude.
 */
export function flatten(
  bounds: readonly [number, number, number, number],
  width: number,
  height: number,
  margin: { top: number; right: number; bottom: number; left: number },
): Flat {
  const [west, south, east, north] = bounds;
  const shorten = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (width - margin.left - margin.right) / ((east - west) * shorten),
    (height - margin.top - margin.bottom) / (north - south),
  );
  const middleX = margin.left + (width - margin.left - margin.right) / 2;
  const middleY = margin.top + (height - margin.top - margin.bottom) / 2;
  return (lon, lat) => [
    middleX + (lon - (west + east) / 2) * shorten * scale,
    middleY - (lat - (south + north) / 2) * scale,
  ];
}

/** SVG path data of any geometry of lines or areas. */
export function pathOf(geometry: Geometry, flat: Flat): string {
  switch (geometry.type) {
    case 'LineString':
      return linePath(geometry.coordinates, flat, false);
    case 'MultiLineString':
      return geometry.coordinates.map((line) => linePath(line, flat, false)).join('');
    case 'Polygon':
      return geometry.coordinates.map((ring) => linePath(ring, flat, true)).join('');
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings) => rings.map((ring) => linePath(ring, flat, true))).join('');
    default:
      return '';
  }
}

/** Path data through points; a point closer than half a pixel to the last is left out. */
export function linePath(points: readonly Position[], flat: Flat, closed: boolean): string {
  let text = '';
  let [lastX, lastY] = [Infinity, Infinity];
  for (const [lon, lat] of points) {
    const [x, y] = flat(lon as number, lat as number);
    if (Math.abs(x - lastX) + Math.abs(y - lastY) < 0.5) continue;
    text += `${text === '' ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    [lastX, lastY] = [x, y];
  }
  return closed && text !== '' ? `${text}Z` : text;
}

type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Whether one region holds another whole. */
export function holds([west, south, east, north]: Bounds, inner: Bounds): boolean {
  return west <= inner[0] && south <= inner[1] && east >= inner[2] && north >= inner[3];
}

/** [west, south, east, north] of some features, null for none. */
export function boundsOf(
  features: readonly Feature<Geometry | null, unknown>[],
): [number, number, number, number] | null {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') {
      const [lon, lat] = value as [number, number];
      bounds[0] = Math.min(bounds[0], lon);
      bounds[1] = Math.min(bounds[1], lat);
      bounds[2] = Math.max(bounds[2], lon);
      bounds[3] = Math.max(bounds[3], lat);
      return;
    }
    value.forEach(visit);
  };
  for (const { geometry } of features) if (geometry !== null && 'coordinates' in geometry) visit(geometry.coordinates);
  return bounds[0] === Infinity ? null : bounds;
}
