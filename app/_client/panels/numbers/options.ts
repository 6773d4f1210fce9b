import { z } from 'zod';

export const numbersSchema = z.object({
  /** How many of the four numbers there is room for; what matters least goes first. */
  tiles: z.number().int().min(1).max(4).default(4),
});
export type NumbersOptions = z.output<typeof numbersSchema>;
