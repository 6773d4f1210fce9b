import type { BaseMap } from './base.ts';
import type { ExpressionSpecification, StyleSpecification } from './maplibre.ts';
import { tileStyle } from './tile-style.ts';
import { PALETTE } from '../theme/palette.ts';

/** Everything below this layer is covered by water; heat is slipped in under it. */
export const BELOW_WATER = 'sea';
/** Everything below this layer is covered by lines of districts and rivers. */
export const BELOW_LINES = 'subdistricts';
/** Layers that show the areas in focus alone. */
export const IN_FOCUS_LAYERS = ['districts-in-focus', 'subdistricts-in-focus'] as const;

/**
 * The base map's style: land and water two steps apart, lines thin, nothing that could be taken for a state. Widths
 * follow the wall's unit `u` (px). `focusCodes`: districts and subdistricts whose edge is drawn brighter.
 */
export function baseStyle(base: BaseMap, u: number, focusCodes: readonly string[]): StyleSpecification {
  const width = (units: number): number => Math.max(1, units * u);
  const inFocus: ExpressionSpecification = ['in', ['get', 'code'], ['literal', [...focusCodes]]];
  const riverWidth = (main: number, second: number, small: number): ExpressionSpecification => [
    'case',
    ['<=', ['coalesce', ['get', 'level'], 2], 2],
    width(main),
    ['<=', ['coalesce', ['get', 'level'], 2], 3],
    width(second),
    width(small),
  ];
  const tiles = base.tiles == null ? null : tileStyle(base.tiles, u);
  // Tiles bring their own waters: ours stay as the marks between which layers are put, and are not seen.
  const own = tiles === null ? 1 : 0;
  return {
    version: 8,
    sources: {
      ...tiles?.sources,
      districts: { type: 'geojson', data: base.districts, tolerance: 0.2, promoteId: 'code' },
      subdistricts: { type: 'geojson', data: base.subdistricts, tolerance: 0.2, promoteId: 'code' },
      sea: { type: 'geojson', data: base.sea },
      coast: { type: 'geojson', data: base.coast },
      rivers: { type: 'geojson', data: base.rivers },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': PALETTE.out } },
      { id: 'land', type: 'fill', source: 'districts', paint: { 'fill-color': PALETTE.land, 'fill-antialias': false } },
      ...(tiles?.under ?? []),
      { id: BELOW_WATER, type: 'fill', source: 'sea', paint: { 'fill-color': PALETTE.water, 'fill-opacity': own } },
      ...(tiles?.over ?? []),
      {
        id: 'coast',
        type: 'line',
        source: 'coast',
        paint: { 'line-color': PALETTE.river, 'line-opacity': own, 'line-width': width(0.22) },
      },
      {
        id: 'subdistricts',
        type: 'line',
        source: 'subdistricts',
        paint: { 'line-color': PALETTE.ground, 'line-opacity': 0.5, 'line-width': width(0.12) },
      },
      {
        id: 'river-bed',
        type: 'line',
        source: 'rivers',
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': PALETTE.water, 'line-opacity': own, 'line-width': riverWidth(1.1, 0.8, 0.5) },
      },
      {
        id: 'river',
        type: 'line',
        source: 'rivers',
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': PALETTE.river, 'line-opacity': own, 'line-width': riverWidth(0.7, 0.45, 0.22) },
      },
      {
        id: 'district-casing',
        type: 'line',
        source: 'districts',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': PALETTE.ground, 'line-opacity': 0.45, 'line-width': width(0.7) },
      },
      {
        id: 'districts',
        type: 'line',
        source: 'districts',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': PALETTE.dist, 'line-opacity': 0.85, 'line-width': width(0.16) },
      },
      {
        id: 'districts-in-focus',
        type: 'line',
        source: 'districts',
        filter: inFocus,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': PALETTE.city, 'line-width': width(0.24) },
      },
      {
        id: 'subdistricts-in-focus',
        type: 'line',
        source: 'subdistricts',
        filter: inFocus,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': PALETTE.city, 'line-width': width(0.24) },
      },
    ],
  };
}
