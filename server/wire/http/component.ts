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

/** A component of the register, with the cases that name it. */
export const componentAnswerSchema = z.object({
  component: placedComponentSchema.extend({
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
  }),
  cases: z.array(caseSummarySchema).meta({ description: 'Newest first, within the reach of who asks' }),
});
export type ComponentAnswer = z.output<typeof componentAnswerSchema>;
export type ComponentsAnswer = z.output<typeof componentsAnswerSchema>;
export type NearComponentsAnswer = z.output<typeof nearComponentsAnswerSchema>;

/** A component's code in any scheme. */
export const componentCodeText = z.string().regex(/^[0-9A-Za-z-]{1,24}$/, { error: 'is not a component code' });
