import type { FeatureCollection, Geometry, Point } from 'geojson';
import { boundsOf } from '../../frame/area-map-style.ts';
import { baseStyle } from '../../map/base-style.ts';
import type { BaseMap } from '../../map/base.ts';
import type { ExpressionSpecification, StyleSpecification } from '../../map/maplibre.ts';
import { PALETTE } from '../../theme/palette.ts';

/** A problem as the map draws it; `no` names it in the list as well. */
export type DrawnProblem = { readonly no: number; readonly refuses: boolean; readonly geometry: Geometry };
type Properties = { no: number; refuses: boolean };

const LINE_UNIT_PX = 8;
const EMPTY: FeatureCollection<Geometry, Properties> = { type: 'FeatureCollection', features: [] };
/** The same two colours and shapes as in the list: what refuses a file, and what only warns. */
const COLOUR: ExpressionSpecification = ['case', ['get', 'refuses'], PALETTE.red, PALETTE.amber];

/** What refuses a file is drawn over what only warns. */
const ON_TOP: ExpressionSpecification = ['case', ['get', 'refuses'], 1, 0];

/** The base map with the outlines that were looked at, problems over them, and a ring about each of their middles. */
export function problemMapStyle(base: BaseMap): StyleSpecification {
  const style = baseStyle(base, LINE_UNIT_PX, []);
  const chosen: ExpressionSpecification = ['==', ['get', 'no'], -1];
  return {
    ...style,
    sources: {
      ...style.sources,
      around: { type: 'geojson', data: EMPTY, tolerance: 0.2 },
      problems: { type: 'geojson', data: EMPTY, tolerance: 0 },
      spots: { type: 'geojson', data: EMPTY },
    },
    layers: [
      ...style.layers,
      { id: 'around', type: 'line', source: 'around', paint: { 'line-color': PALETTE.city, 'line-width': 1 } },
      {
        id: 'problems',
        type: 'fill',
        source: 'problems',
        layout: { 'fill-sort-key': ON_TOP },
        paint: { 'fill-color': COLOUR, 'fill-opacity': 0.3, 'fill-antialias': false },
      },
      {
        id: 'problem-edges',
        type: 'line',
        source: 'problems',
        layout: { 'line-join': 'round', 'line-sort-key': ON_TOP },
        paint: { 'line-color': COLOUR, 'line-width': 1.4 },
      },
      {
        id: 'problem-chosen',
        type: 'line',
        source: 'problems',
        filter: chosen,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': PALETTE.ink1, 'line-width': 2.4 },
      },
      {
        id: 'spots',
        type: 'circle',
        source: 'spots',
        layout: { 'circle-sort-key': ON_TOP },
        paint: {
          // Something as narrow as a metre must be seen where the whole city is.
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 4, 14, 6, 17, 3],
          'circle-color': COLOUR,
          'circle-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0.9, 17, 0.35],
          'circle-stroke-color': PALETTE.ground,
          'circle-stroke-width': 1,
        },
      },
      {
        id: 'spot-chosen',
        type: 'circle',
        source: 'spots',
        filter: chosen,
        paint: {
          'circle-radius': 11,
          'circle-color': 'rgba(0, 0, 0, 0)',
          'circle-stroke-color': PALETTE.ink1,
          'circle-stroke-width': 2,
        },
      },
    ],
  };
}

/** The problems' ground. */
export function problemFeatures(problems: readonly DrawnProblem[]): FeatureCollection<Geometry, Properties> {
  return {
    type: 'FeatureCollection',
    features: problems.map(({ no, refuses, geometry }) => ({ type: 'Feature', properties: { no, refuses }, geometry })),
  };
}

/** A point in the middle of each problem's ground. */
export function spotFeatures(problems: readonly DrawnProblem[]): FeatureCollection<Point, Properties> {
  return {
    type: 'FeatureCollection',
    features: problems.flatMap(({ no, refuses, geometry }) => {
      const bounds = boundsOf([geometry]);
      if (bounds === null) return [];
      const [west, south, east, north] = bounds;
      const middle: Point = { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] };
      return [{ type: 'Feature' as const, properties: { no, refuses }, geometry: middle }];
    }),
  };
}

/** What to show of a problem: its ground with as much again about it, and at least some hundred metres. */
export function boundsAbout(geometry: Geometry): [number, number, number, number] | null {
  const bounds = boundsOf([geometry]);
  if (bounds === null) return null;
  const [west, south, east, north] = bounds;
  const lon = Math.max((east - west) / 2, LEAST_DEGREES);
  const lat = Math.max((north - south) / 2, LEAST_DEGREES);
  return [west - lon, south - lat, east + lon, north + lat];
}

const LEAST_DEGREES = 0.001;
