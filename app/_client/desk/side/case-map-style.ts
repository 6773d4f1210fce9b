import type { FeatureCollection, LineString } from 'geojson';
import { baseStyle } from '../../map/base-style.ts';
import type { BaseMap } from '../../map/base.ts';
import type { StyleSpecification } from '../../map/maplibre.ts';
import { PALETTE } from '../../theme/palette.ts';

/** Rings around a case, in metres: they give a map without streets its measure. */
export const RINGS_M = [100, 300, 1000] as const;
const METRES_PER_DEGREE = 111_194.93;
const CORNERS = 72;
/** From this zoom on components are told apart. */
export const COMPONENTS_FROM_ZOOM = 14;

/** The base map with a source for the rings, and the case's district in focus. */
export function caseMapStyle(base: BaseMap, unit: number, districtCode: string | null): StyleSpecification {
  const style = baseStyle(base, unit, districtCode === null ? [] : [districtCode]);
  return {
    ...style,
    sources: {
      ...style.sources,
      rings: { type: 'geojson', data: ringsAround(null) },
      components: { type: 'geojson', data: ringsAround(null) },
    },
    layers: [
      ...style.layers.map((layer) =>
        layer.id === 'subdistricts' && layer.type === 'line'
          ? {
              ...layer,
              paint: { 'line-color': PALETTE.dist, 'line-opacity': 0.7, 'line-width': 1, 'line-dasharray': [4, 3] },
            }
          : layer,
      ),
      {
        id: 'rings',
        type: 'line',
        source: 'rings',
        paint: { 'line-color': PALETTE.dist, 'line-width': 1, 'line-dasharray': [2, 3] },
      },
      {
        id: 'components',
        type: 'circle',
        source: 'components',
        minzoom: COMPONENTS_FROM_ZOOM,
        paint: {
          'circle-radius': 2.5,
          'circle-color': 'rgba(0, 0, 0, 0)',
          'circle-stroke-width': 1,
          'circle-stroke-color': ['case', ['get', 'intact'], PALETTE.ink2, PALETTE.red],
        },
      },
    ],
  };
}

/** Circles of RINGS_M around a point (degrees); none where there is no point. */
export function ringsAround(at: { lon: number; lat: number } | null): FeatureCollection<LineString> {
  if (at === null) return { type: 'FeatureCollection', features: [] };
  const squeeze = Math.cos((at.lat * Math.PI) / 180);
  return {
    type: 'FeatureCollection',
    features: RINGS_M.map((metres) => ({
      type: 'Feature',
      properties: { metres },
      geometry: {
        type: 'LineString',
        coordinates: Array.from({ length: CORNERS + 1 }, (_, corner) => {
          const angle = (corner / CORNERS) * 2 * Math.PI;
          const reach = metres / METRES_PER_DEGREE;
          return [at.lon + (Math.sin(angle) * reach) / squeeze, at.lat + Math.cos(angle) * reach];
        }),
      },
    })),
  };
}

const FARTHEST_M = 3_000;
const ALONE_M = 1_200;

/**
 * Metres around the case that the map should show: three of the nearest teams, but neither a doorstep nor a district.
 * Teams too far to be shown leave the case its own surroundings. `distances` in metres, nearest first.
 */
export function reachOf(distances: readonly number[]): number {
  const near = distances.filter((metres) => metres <= FARTHEST_M / 1.15).slice(0, 3);
  const last = near.at(-1);
  return last === undefined ? ALONE_M : Math.max(350, last * 1.15);
}
