import { ScatterplotLayer } from '@deck.gl/layers';
import type { FeatureCollection, Point } from 'geojson';
import type { Camera } from '../map/camera.ts';
import { rgba } from '../theme/palette.ts';
import type { ComponentTiles, ShownComponent } from './component-tiles.ts';
import { both } from './heat.ts';
import type { LayerSource } from './layer-stack.ts';

/** Components show when one u covers at most so many metres: near enough to tell them apart. */
export const COMPONENT_METRES = 24;
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const;

/** Components as small rings: hollow, so that the cases on top of them stay the picture. */
export function componentSource(tiles: ComponentTiles, camera: Camera, u: number): LayerSource {
  return {
    id: 'components',
    follow: (outdated) => both(tiles.subscribe(outdated), camera.subscribe(outdated)),
    build() {
      if (camera.view.metresPerPixel * u >= COMPONENT_METRES) return [];
      return [
        new ScatterplotLayer<ShownComponent>({
          id: 'components',
          data: tiles.within(camera.view.bounds),
          getPosition: ({ position }) => [position.lon, position.lat],
          getLineColor: ({ state }) => (state === 'intact' ? rgba('ink2', 150) : rgba('red', 200)),
          filled: false,
          stroked: true,
          getRadius: 0.25 * u,
          radiusUnits: 'pixels',
          getLineWidth: 1,
          lineWidthUnits: 'pixels',
          parameters: FLAT,
        }),
      ];
    },
  };
}

/** The same for a map that draws features. */
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
