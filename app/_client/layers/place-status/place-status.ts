import { z } from 'zod';
import { BELOW_LINES } from '../../map/base-style.ts';
import { HEAT_NAMES, PALETTE } from '../../theme/palette.ts';
import type { LayerContext, LayerKind } from '../layer.ts';
import { all } from '../layer-stack.ts';
import { hatch } from './hatch.ts';
import { loadSteps, lowPlaces } from './place-states.ts';

const schema = z.strictObject({
  /** By the on-time rate against its target (hatched), or by open cases per km² (filled with the heat's own steps). */
  by: z.enum(['grade', 'load']),
  level: z.enum(['district', 'subdistrict']),
});
type Options = z.output<typeof schema>;

const IDS = { load: 'place-load', low: 'place-low', far: 'place-far' } as const;

/**
 * Status of places as fill. A grade is a hatch, which lies over heat without using its colours; a load uses the heat's
 * colours and their meaning, so a map shows one of the two.
 */
export const placeStatusLayer: LayerKind<Options> = {
  schema,
  defaults: { by: 'grade', level: 'district' },
  make(context: LayerContext, { by, level }) {
    const { picture, style } = context;
    const source = level === 'district' ? 'districts' : 'subdistricts';
    return {
      id: 'place-status',
      follow: (outdated) =>
        all(by === 'grade' ? picture.figures.subscribe(outdated) : picture.places.subscribe(outdated), () =>
          style.removeLayers(...Object.values(IDS)),
        ),
      build() {
        if (by === 'grade') drawGrades(context, source);
        else drawLoad(context, source, level);
        return [];
      },
    };
  },
};

function drawGrades({ style, picture, u }: LayerContext, source: string): void {
  const { low, far } = lowPlaces(picture.figures.value?.places ?? []);
  for (const [id, side, codes] of [
    [IDS.low, 1.6, low],
    [IDS.far, 0.9, far],
  ] as const) {
    style.putImage(id, hatch(Math.max(4, Math.round(side * u)), Math.max(1, 0.22 * u), 'amber'), 1);
    style.putLayer(
      { id, type: 'fill', source, paint: { 'fill-pattern': id, 'fill-opacity': 0.5 }, filter: ['in', 'code', ''] },
      BELOW_LINES,
    );
    style.only(id, codes);
  }
}

function drawLoad({ style, picture }: LayerContext, source: string, level: Options['level']): void {
  const [counts, dictionary] = [picture.places.value, picture.dictionary.value];
  if (counts === null || dictionary === null) return;
  style.putLayer(
    {
      id: IDS.load,
      type: 'fill',
      source,
      paint: {
        'fill-antialias': false,
        'fill-color': [
          'match',
          ['coalesce', ['feature-state', 'load'], 0],
          ...([1, 2, 3, 4, 5, 6] as const).flatMap((step) => [step, PALETTE[HEAT_NAMES[step - 1] ?? 'heat6']]),
          PALETTE.land,
        ] as never,
      },
    },
    'sea',
  );
  style.setStates(source, loadSteps(counts, dictionary.places, level));
}
