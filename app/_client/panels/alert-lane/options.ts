import { z } from 'zod';

export const alertLaneSchema = z.object({
  /** How many groups a page shows. */
  rows: z.number().int().min(1).max(40).default(6),
});
export type AlertLaneOptions = z.output<typeof alertLaneSchema>;
