import { z } from 'zod';

export const categoriesSchema = z.object({
  /** How many categories. */
  rows: z.number().int().min(1).max(30).default(4),
});
export type CategoriesOptions = z.output<typeof categoriesSchema>;
