import { z } from 'zod';
import { HEAT_STEPS } from '#wire/columns.ts';
import { STAGES } from '#domain/case/stage.ts';

/** Of which open cases a map shows the density: of all, of one category, of those that wait in one stage, of those out of time. */
export const heatSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('all') }),
  z.strictObject({ by: z.literal('category'), key: z.string().min(1).max(64) }),
  z.strictObject({ by: z.literal('stage'), stage: z.enum(STAGES) }),
  z.strictObject({ by: z.literal('overdue') }),
]);
export type HeatOptions = z.output<typeof heatSchema>;

/** Lower edges of the six steps in cases per km², and raster steps per case and km². */
export type HeatDomain = { edges: readonly number[]; scale: number };

const FEW: HeatDomain = { edges: [0.5, 1, 2, 3, 5, 7], scale: 32 };
const MANY: HeatDomain = { edges: HEAT_STEPS, scale: 4 };

/**
 * The colour domain of each kind: fixed, so that a colour says the same density on every screen of every wall, by night
 * and in a storm. One category and what is out of time are an order of magnitude fewer than all, and have steps of their
 * own, which the map tells.
 */
export const HEAT_DOMAIN: Readonly<Record<HeatOptions['by'], HeatDomain>> = {
  all: MANY,
  stage: MANY,
  category: FEW,
  overdue: FEW,
};
