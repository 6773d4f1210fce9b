import { z } from 'zod';
import { BELOW_LINES } from '../../map/base-style.ts';
import { PALETTE } from '../../theme/palette.ts';
import { metresPerUnit, type LayerContext, type LayerKind } from '../layer.ts';
import { all } from '../layer-stack.ts';

const schema = z.strictObject({
  /** Where one u covers at most so many metres, communities have borders. */
  communitiesWithinMetres: z.number().nonnegative().max(200),
});
type Options = z.output<typeof schema>;

const SOURCE = 'communities';
const LAYERS = ['communities'] as const;

/** Borders of communities, thin, when the map is near; those of districts and subdistricts are the base map's own. */
export const bordersLayer: LayerKind<Options> = {
  schema,
  defaults: { communitiesWithinMetres: 45 },
  make(context: LayerContext, { communitiesWithinMetres }) {
    const { style, outlines, camera, u } = context;
    return {
      id: 'borders',
      follow: (outdated) =>
        all(
          outlines.subscribe(outdated),
          camera.subscribe(() => !camera.view.flying && outdated()),
          () => style.removeLayers(...LAYERS),
        ),
      build() {
        const near = metresPerUnit(context) < communitiesWithinMetres;
        if (near) {
          style.putSource(SOURCE, outlines.within('community', camera.view.partBounds));
          style.putLayer(
            {
              id: SOURCE,
              type: 'line',
              source: SOURCE,
              layout: { 'line-join': 'round' },
              paint: { 'line-color': PALETTE.cell, 'line-width': Math.max(1, 0.12 * u) },
            },
            BELOW_LINES,
          );
        }
        style.show(SOURCE, near);
        return [];
      },
    };
  },
};
