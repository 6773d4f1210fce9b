import type { FeatureCollection, Geometry } from 'geojson';
import { baseStyle } from '../map/base-style.ts';
import type { BaseMap } from '../map/base.ts';
import type { StyleSpecification } from '../map/maplibre.ts';
import { PALETTE } from '../theme/palette.ts';

/** An area to draw: `fill` any CSS colour, null leaves the ground as it is. */
export type MapArea = { readonly code: string; readonly geometry: Geometry; readonly fill: string | null };
export type AreaProperties = { code: string; fill: string };

const LINE_UNIT_PX = 8;
const NO_FILL = 'rgba(0, 0, 0, 0)';

/** The base map with areas over the land and under the water, their edges, and the edge of the chosen one. */
export function areaMapStyle(base: BaseMap): StyleSpecification {
  const style = baseStyle(base, LINE_UNIT_PX, []);
  const land = style.layers.findIndex(({ id }) => id === 'land');
  return {
    ...style,
    sources: { ...style.sources, areas: { type: 'geojson', data: areaFeatures([]), tolerance: 0.2 } },
    layers: [
      ...style.layers.slice(0, land + 1),
      {
        id: 'areas',
        type: 'fill',
        source: 'areas',
        paint: { 'fill-color': ['get', 'fill'], 'fill-antialias': false },
      },
      ...style.layers.slice(land + 1),
      { id: 'area-edges', type: 'line', source: 'areas', paint: { 'line-color': PALETTE.city, 'line-width': 1 } },
      {
        id: 'area-chosen',
        type: 'line',
        source: 'areas',
        filter: ['==', ['get', 'code'], ''],
        layout: { 'line-join': 'round' },
        paint: { 'line-color': PALETTE.cyan, 'line-width': 2 },
      },
    ],
  };
}

/** Areas as MapLibre takes them. */
export function areaFeatures(areas: readonly MapArea[]): FeatureCollection<Geometry, AreaProperties> {
  return {
    type: 'FeatureCollection',
    features: areas.map(({ code, geometry, fill }) => ({
      type: 'Feature',
      properties: { code, fill: fill ?? NO_FILL },
      geometry,
    })),
  };
}

/** [west, south, east, north] of geometries; null where there is none. */
export function boundsOf(geometries: readonly Geometry[]): [number, number, number, number] | null {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) widen(bounds, geometry.type === 'GeometryCollection' ? [] : geometry.coordinates);
  return bounds[0] === Infinity ? null : bounds;
}

function widen(bounds: [number, number, number, number], part: unknown): void {
  if (!Array.isArray(part)) return;
  const [lon, lat] = part as unknown[];
  if (typeof lon === 'number' && typeof lat === 'number') {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  } else for (const inner of part) widen(bounds, inner);
}
