import { LAYER_NAMES, LAYERS, type LayerChoice } from '../../layers/index.ts';
import { FOCUS_MAP_DEFAULTS, type FocusMapOptions } from './options.ts';

const defaults = Object.fromEntries(LAYER_NAMES.map((name) => [name, LAYERS[name].defaults]));

const nothing = Object.fromEntries(LAYER_NAMES.map((name) => [name, null])) as LayerChoice;

/** Every layer of a map with what it is told; null is left out. */
export function chosenLayers({ heat, replay, layers = {} }: FocusMapOptions): LayerChoice {
  if (replay === true) return { ...nothing, borders: LAYERS.borders.defaults, 'replay-heat': {} };
  // Each name has the default of its own kind, which a type that is generic in the name cannot say.
  const all = { ...defaults, ...layers } as LayerChoice;
  const status = layers['place-status'] ?? null;
  // A load fills places with the heat's own colours: the two together would say neither.
  const heatWanted = status?.by === 'load' ? null : heat === undefined ? FOCUS_MAP_DEFAULTS.heat : heat;
  return {
    ...all,
    'replay-heat': null,
    'place-status': status,
    heat: layers.heat === undefined ? heatWanted : layers.heat,
  };
}
