import { z } from 'zod';
import { ACCURACY_CLASSES, COMPONENT_STATES } from '#domain/component/component.ts';
import { caseSummarySchema } from './case.ts';
import { positionSchema } from './position.ts';

/** A component as a map shows it. */
export const placedComponentSchema = z.object({
  code: z.string(),
  categoryKey: z.string(),
  position: positionSchema,
  state: z.enum(COMPONENT_STATES),
  simulated: z.boolean(),
});

export const componentsAnswerSchema = z.object({
  version: z.string().meta({ description: 'Of the register; it changes with every import' }),
  components: z.array(placedComponentSchema),
});

export const nearComponentsAnswerSchema = z.object({
  components: z.array(placedComponentSchema.extend({ metres: z.number() })),
});

const registeredSchema = placedComponentSchema.extend({
  scheme: z.string(),
  name: z.string(),
  owner: z.string().meta({ description: '权属' }),
  maintainer: z.string().meta({ description: '养护' }),
  supervisor: z.string().meta({ description: '主管' }),
  gridCode: z.string().nullable(),
  installedOn: z.string().nullable(),
  changedOn: z.string().nullable(),
  accuracy: z.enum(ACCURACY_CLASSES).nullable(),
  source: z.string(),
  note: z.string(),
});

/** A component of the register, with the cases that name it. */
export const componentAnswerSchema = z.object({
  component: registeredSchema,
  cases: z.array(caseSummarySchema).meta({ description: 'Newest first, within the reach of who asks' }),
});

const count = z.number().int();

/** A page of the register. */
export const componentSearchSchema = z.object({
  total: count.meta({ description: 'All that pass the filter' }),
  components: z.array(
    registeredSchema.extend({ cases: count.meta({ description: 'Cases that name it, within the reach of who asks' }) }),
  ),
  next: z.string().nullable().meta({ description: 'To be given as `after` for the next page; null at the end' }),
});

/** How many components there are of what, the commonest first. */
export const registerSummarySchema = z.object({
  total: count,
  simulated: count.meta({ description: 'Made up for demonstration' }),
  categories: z.array(z.object({ key: z.string(), count })),
  owners: z.array(z.object({ name: z.string(), count })).meta({ description: 'At most 200' }),
  states: z.array(z.object({ state: z.enum(COMPONENT_STATES), count })),
  districts: z.array(z.object({ code: z.string(), count })),
});
export type ComponentSearchAnswer = z.output<typeof componentSearchSchema>;
export type RegisterSummaryAnswer = z.output<typeof registerSummarySchema>;
export type ComponentAnswer = z.output<typeof componentAnswerSchema>;
export type ComponentsAnswer = z.output<typeof componentsAnswerSchema>;
export type NearComponentsAnswer = z.output<typeof nearComponentsAnswerSchema>;

/** The end of a page: a component's code, after its count of cases where those decide the order. */
export const pageEndText = z
  .string()
  .regex(/^(?:\d{1,9}~)?[0-9A-Za-z-]{1,24}$/, { error: 'is not `next` of the answer before' })
  .meta({ description: '`next` of the answer before, to the same question' });

/** A component's code in any scheme. */
export const componentCodeText = z.string().regex(/^[0-9A-Za-z-]{1,24}$/, { error: 'is not a component code' });
