import { ScatterplotLayer } from '@deck.gl/layers';
import { z } from 'zod';
import { rgba } from '../../theme/palette.ts';
import { FLAT, metresPerUnit, type LayerContext, type LayerKind } from '../layer.ts';
import { all } from '../layer-stack.ts';
import { COMPONENT_METRES } from './component-features.ts';
import { ComponentTiles, type ShownComponent } from './component-tiles.ts';

const schema = z.strictObject({
  /** Shown where one u covers at most so many metres. */
  withinMetres: z.number().positive().max(100),
});
type Options = z.output<typeof schema>;

/** Components as small rings: hollow, so that the cases on top of them stay the picture. */
export const componentsLayer: LayerKind<Options> = {
  schema,
  defaults: { withinMetres: COMPONENT_METRES },
  make(context: LayerContext, { withinMetres }) {
    const { camera, u } = context;
    const tiles = new ComponentTiles();
    return {
      id: 'components',
      follow: (outdated) =>
        all(
          tiles.subscribe(outdated),
          camera.subscribe(() => !camera.view.flying && outdated()),
        ),
      build() {
        if (metresPerUnit(context) >= withinMetres) return [];
        return [
          new ScatterplotLayer<ShownComponent>({
            id: 'components',
            data: tiles.within(camera.view.partBounds),
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
  },
};
