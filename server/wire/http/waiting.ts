import { z } from 'zod';
import { caseSummarySchema, requestSchema } from './case.ts';

/** What was asked for on cases, each with its case. */
export const requestsAnswerSchema = z.object({
  requests: z.array(
    z.object({
      case: caseSummarySchema,
      request: requestSchema,
      answerable: z.boolean().meta({ description: 'The post of who asks answers such requests' }),
    }),
  ),
});
export type RequestsAnswer = z.infer<typeof requestsAnswerSchema>;
