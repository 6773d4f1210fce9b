import { z } from 'zod';

export const boardSchema = z.object({
  /** How many rows a page shows. */
  rows: z.number().int().min(1).max(60).default(10),
});
export type BoardOptions = z.output<typeof boardSchema>;
