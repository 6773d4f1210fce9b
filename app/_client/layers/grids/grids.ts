import { z } from 'zod';
import { BELOW_LINES } from '../../map/base-style.ts';
import type { ExpressionSpecification } from '../../map/maplibre.ts';
import type { SmallOutlines } from '../../map/outlines.ts';
import { PALETTE } from '../../theme/palette.ts';
import { metresPerUnit, type LayerContext, type LayerKind } from '../layer.ts';
import { all } from '../layer-stack.ts';
import { gridStates } from './grid-codes.ts';

const schema = z.strictObject({
  /** Shown where one u covers at most so many metres: nearer than that a unit grid of 100 m is wider than two u. */
  withinMetres: z.number().positive().max(100),
});
type Options = z.output<typeof schema>;

const SOURCE = 'unit-grids';
const LAYERS = ['unit-grids', 'unit-grid-edges', 'unit-grids-late'] as const;
const open: ExpressionSpecification = ['coalesce', ['feature-state', 'open'], 0];
const late: ExpressionSpecification = ['coalesce', ['feature-state', 'timedOut'], 0];

/**
 * Unit grids in their own outlines: lighter with more open cases, framed in red where one is out of time. Only grids
 * whose counts changed are coloured anew.
 */
export const gridsLayer: LayerKind<Options> = {
  schema,
  defaults: { withinMetres: 40 },
  make(context: LayerContext, { withinMetres }) {
    const { picture, style, outlines, camera, u } = context;
    let shown: SmallOutlines['features'] = [];
    let codes: ReadonlySet<string> = new Set();
    return {
      id: 'grids',
      follow: (outdated) =>
        all(
          outlines.subscribe(outdated),
          picture.places.subscribe(() => metresPerUnit(context) < withinMetres && outdated()),
          camera.subscribe(() => !camera.view.flying && outdated()),
          () => style.removeLayers(...LAYERS),
        ),
      build() {
        const near = metresPerUnit(context) < withinMetres;
        if (near) {
          const here = outlines.within('grid', camera.view.partBounds);
          if (here.features.length !== shown.length || here.features[0] !== shown[0]) {
            shown = here.features;
            codes = new Set(shown.map(({ properties }) => properties.code));
            style.putSource(SOURCE, here);
            putLayers(context, u);
          }
          if (picture.places.value !== null && shown.length > 0)
            style.setStates(SOURCE, gridStates(picture.places.value.grids, codes));
        }
        for (const layer of LAYERS) style.show(layer, near);
        return [];
      },
    };
  },
};

function putLayers({ style }: LayerContext, u: number): void {
  style.putLayer(
    {
      id: 'unit-grids',
      type: 'fill',
      source: SOURCE,
      paint: {
        'fill-color': PALETTE.heat6,
        'fill-opacity': ['interpolate', ['linear'], open, 0, 0, 1, 0.28, 6, 0.8],
        'fill-antialias': false,
      },
    },
    BELOW_LINES,
  );
  style.putLayer(
    {
      id: 'unit-grid-edges',
      type: 'line',
      source: SOURCE,
      paint: { 'line-color': PALETTE.ground, 'line-opacity': 0.6, 'line-width': Math.max(1, 0.1 * u) },
    },
    BELOW_LINES,
  );
  style.putLayer(
    {
      id: 'unit-grids-late',
      type: 'line',
      source: SOURCE,
      paint: {
        'line-color': PALETTE.red,
        'line-width': Math.max(1, 0.2 * u),
        'line-opacity': ['case', ['>', late, 0], 0.85, 0],
      },
    },
    BELOW_LINES,
  );
}
