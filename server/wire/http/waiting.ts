import { z } from 'zod';
import { caseSummarySchema } from './case.ts';
import { requestSchema, supervisionSchema } from './waits.ts';

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

/** Replies that a supervision demanded and that have not come. */
export const owedRepliesSchema = z.object({
  supervisions: z.array(
    z.object({
      case: caseSummarySchema,
      supervision: supervisionSchema,
      late: z.boolean().meta({ description: 'The instant it was demanded by has passed' }),
    }),
  ),
});

/** Cases that may be the same problem as one, nearest first. */
export const likelyDuplicatesSchema = z.object({
  duplicates: z.array(z.object({ case: caseSummarySchema, metres: z.number(), apartMs: z.number() })),
});
export type LikelyDuplicates = z.infer<typeof likelyDuplicatesSchema>;
