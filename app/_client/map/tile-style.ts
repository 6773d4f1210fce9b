import type { MapTiles } from '#wire/tiles.ts';
import { PALETTE } from '../theme/palette.ts';
import type { ExpressionSpecification, StyleSpecification } from './maplibre.ts';

type Layers = StyleSpecification['layers'];
type Part = { sources: StyleSpecification['sources']; under: Layers; over: Layers };

const SOURCE = 'tiles';
/** What the layers of vector tiles are called in the usual schemas: OpenMapTiles, Protomaps, Shortbread, Tilezen. */
const NAMES = {
  water: ['water', 'ocean', 'water_polygons'],
  waterways: ['waterway', 'water_lines', 'physical_line'],
  roads: ['transportation', 'roads', 'streets'],
  buildings: ['building', 'buildings'],
} as const;
/** Their words for streets that are worth a line from afar. */
const MAIN_ROADS = ['motorway', 'trunk', 'primary', 'secondary', 'highway', 'major_road'];

/** Where a page finds tiles of its own server, as MapLibre asks for them. */
function addressOf(url: string): string {
  return `${location.origin}${url}`;
}

/**
 * A city's own tiles as a quiet ground: `under` lies below heat, `over` above it. Streets are faint, so that a spot can
 * be told without reading; names are our own. `u` in px.
 */
export function tileStyle(tiles: MapTiles, u: number): Part {
  if (tiles.kind === 'pictures')
    return {
      sources: { [SOURCE]: { type: 'raster', tiles: [addressOf(tiles.url)], tileSize: 256, maxzoom: tiles.mostZoom } },
      under: [picture(tiles.light)],
      over: [],
    };
  const url = `pmtiles://${addressOf(tiles.url)}`;
  if (tiles.tiles === 'raster')
    return { sources: { [SOURCE]: { type: 'raster', url, tileSize: 256 } }, under: [picture(false)], over: [] };
  const has = (wanted: readonly string[]): string[] => wanted.filter((name) => tiles.layers.includes(name));
  const width = (units: number): number => Math.max(0.6, units * u);
  return {
    sources: { [SOURCE]: { type: 'vector', url } },
    under: has(NAMES.buildings).map((name) => ({
      id: `tiles-${name}`,
      type: 'fill',
      source: SOURCE,
      'source-layer': name,
      minzoom: 14.5,
      paint: { 'fill-color': PALETTE.hair, 'fill-opacity': 0.55 },
    })),
    over: [
      ...has(NAMES.water).map((name): Layers[number] => ({
        id: `tiles-${name}`,
        type: 'fill',
        source: SOURCE,
        'source-layer': name,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': PALETTE.water },
      })),
      ...has(NAMES.waterways).map((name): Layers[number] => ({
        id: `tiles-${name}`,
        type: 'line',
        source: SOURCE,
        'source-layer': name,
        paint: { 'line-color': PALETTE.river, 'line-width': width(0.2) },
      })),
      ...has(NAMES.roads).map((name): Layers[number] => ({
        id: `tiles-${name}`,
        type: 'line',
        source: SOURCE,
        'source-layer': name,
        layout: { 'line-join': 'round' },
        filter: ['any', isMain, ['>=', ['zoom'], 12.5]],
        paint: {
          'line-color': PALETTE.cell,
          'line-opacity': 0.9,
          'line-width': [
            'interpolate',
            ['linear'],
            ['zoom'],
            9,
            ['case', isMain, width(0.1), width(0.05)],
            16,
            ['case', isMain, width(0.5), width(0.22)],
          ],
        },
      })),
    ],
  };
}

const isMain: ExpressionSpecification = [
  'in',
  ['coalesce', ['get', 'class'], ['get', 'kind'], ['get', 'pmap:kind'], ''],
  ['literal', MAIN_ROADS],
];

/** Pictures without colour, dark: those drawn for paper are turned round. */
function picture(light: boolean): Layers[number] {
  return {
    id: SOURCE,
    type: 'raster',
    source: SOURCE,
    paint: {
      'raster-saturation': -1,
      'raster-brightness-min': light ? 0.22 : 0.05,
      'raster-brightness-max': light ? 0.05 : 0.3,
      'raster-fade-duration': 0,
    },
  };
}
