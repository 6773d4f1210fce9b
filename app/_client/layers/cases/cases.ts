import { ScatterplotLayer } from '@deck.gl/layers';
import { z } from 'zod';
import { followSteps } from '../../map/camera.ts';
import { rgba } from '../../theme/palette.ts';
import { FLAT, metresPerUnit, type LayerContext, type LayerKind } from '../layer.ts';
import { all } from '../layer-stack.ts';

const schema = z.strictObject({
  /** Shown where one u covers at most so many metres. */
  withinMetres: z.number().positive().max(5_000),
});
type Options = z.output<typeof schema>;

/** Every open case as a dot, when the map is near enough to tell them apart. */
export const casesLayer: LayerKind<Options> = {
  schema,
  defaults: { withinMetres: 110 },
  make(context: LayerContext, { withinMetres }) {
    const { picture, camera, u } = context;
    const isNear = (): boolean => metresPerUnit(context) < withinMetres;
    return {
      id: 'cases',
      follow: (outdated) =>
        all(
          // From afar nothing is drawn, so nothing needs to be built anew.
          picture.cases.subscribe(() => isNear() && outdated()),
          followSteps(camera, isNear, outdated),
        ),
      build() {
        if (!isNear()) return [];
        const { length } = picture.cases;
        return [
          new ScatterplotLayer({
            id: 'cases',
            data: { length, attributes: { getPosition: { value: picture.cases.lngLat(), size: 2 } } },
            getFillColor: rgba('ink2', 200),
            getRadius: 0.3 * u,
            radiusUnits: 'pixels',
            parameters: FLAT,
          }),
        ];
      },
    };
  },
};
