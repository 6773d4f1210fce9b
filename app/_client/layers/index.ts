import { z } from 'zod';
import { alertsLayer } from './alerts/alerts.ts';
import { bordersLayer } from './borders/borders.ts';
import { casesLayer } from './cases/cases.ts';
import { componentsLayer } from './components/components.ts';
import { gridsLayer } from './grids/grids.ts';
import { heatLayer } from './heat/heat.ts';
import type { LayerContext } from './layer.ts';
import type { LayerSource } from './layer-stack.ts';
import { placeStatusLayer } from './place-status/place-status.ts';
import { replayHeatLayer } from './replay-heat/replay-heat.ts';
import { teamsLayer } from './teams/teams.ts';

/** Every kind of layer a map can be made of, from bottom to top: the only list of them. */
export const LAYERS = {
  'place-status': placeStatusLayer,
  heat: heatLayer,
  'replay-heat': replayHeatLayer,
  grids: gridsLayer,
  borders: bordersLayer,
  components: componentsLayer,
  cases: casesLayer,
  teams: teamsLayer,
  alerts: alertsLayer,
} as const;
export type LayerName = keyof typeof LAYERS;
export const LAYER_NAMES = Object.keys(LAYERS) as LayerName[];

/** What each layer of a map is told: its options, or null where it is left out. */
export type LayerChoice = { [Name in LayerName]: z.output<(typeof LAYERS)[Name]['schema']> | null };

/** Options of some layers by name; null leaves one out, and what is not named stays as it is by default. */
export const layerChoiceSchema = z.strictObject(
  Object.fromEntries(LAYER_NAMES.map((name) => [name, LAYERS[name].schema.nullable().optional()])) as {
    [Name in LayerName]: z.ZodOptional<z.ZodNullable<(typeof LAYERS)[Name]['schema']>>;
  },
);

/** A layer as it is told, ready for a map. */
export function makeLayer<Name extends LayerName>(
  name: Name,
  context: LayerContext,
  options: NonNullable<LayerChoice[Name]>,
): LayerSource {
  const make = LAYERS[name].make as (context: LayerContext, options: NonNullable<LayerChoice[Name]>) => LayerSource;
  return make(context, options);
}
