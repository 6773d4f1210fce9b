import type { FeatureCollection, Point } from 'geojson';
import type { ShownComponent } from './component-tiles.ts';

/** Components show when one u covers at most so many metres: near enough to tell them apart. */
export const COMPONENT_METRES = 24;

/** Components for a map that draws features. */
export function componentFeatures(components: readonly ShownComponent[]): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: components.map(({ code, position, state }) => ({
      type: 'Feature',
      properties: { code, intact: state === 'intact' },
      geometry: { type: 'Point', coordinates: [position.lon, position.lat] },
    })),
  };
}
