import { z } from 'zod';
import { heatSchema } from '../../layers/heat/options.ts';
import { layerChoiceSchema } from '../../layers/index.ts';

/** Where a map looks: at the busiest part of what the wall may see, a place, a point, or a case. */
export const lookSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('busy') }),
  z.strictObject({ kind: z.literal('place'), code: z.string().regex(/^\d{6,15}$/) }),
  z.strictObject({
    kind: z.literal('point'),
    lng: z.number().min(-180).max(180),
    lat: z.number().min(-85).max(85),
    /** As on a screen of 1080 rows: the same ground on every screen. */
    zoom: z.number().min(3).max(19).optional(),
  }),
  z.strictObject({ kind: z.literal('case'), number: z.string().min(1).max(64) }),
]);
export type MapLook = z.output<typeof lookSchema>;

/** What a map is told. Nothing at all: the busiest part, the density of all open cases, every layer that fits. */
export const focusMapSchema = z.strictObject({
  look: lookSchema.optional(),
  /** Null: no heat. */
  heat: heatSchema.nullable().optional(),
  layers: layerChoiceSchema.optional(),
  /** A past day as the wall plays it again, and nothing of now. */
  replay: z.literal(true).optional(),
  /** Instead of the name of what the map looks at. */
  title: z.string().min(1).max(60).optional(),
});
export type FocusMapOptions = z.output<typeof focusMapSchema>;

export const FOCUS_MAP_DEFAULTS = { look: { kind: 'busy' }, heat: { by: 'all' } } as const satisfies FocusMapOptions;
