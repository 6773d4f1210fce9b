import { z } from 'zod';

/** What a move, a taking or a giving back did. `moveVersion` is what the next move expects. */
export const actDoneSchema = z.object({
  caseNumber: z.string(),
  version: z.number().int(),
  moveVersion: z.number().int(),
});
export type ActDone = z.infer<typeof actDoneSchema>;
