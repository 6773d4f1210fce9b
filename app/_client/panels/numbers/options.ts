import { z } from 'zod';
import { NUMBERS, mostWeighty, type NumberName } from '#domain/wall/numbers.ts';

export const numbersSchema = z.object({
  /** How many of the four numbers there is room for; what matters least goes first. */
  tiles: z.number().int().min(1).max(4).default(4),
  /** Which of them, where they are dealt out over several panels. */
  show: z.array(z.enum(NUMBERS)).min(1).optional(),
});
export type NumbersOptions = z.output<typeof numbersSchema>;

/** The numbers that are shown, in the order they are read. */
export function numbersShown({ tiles, show }: NumbersOptions): readonly NumberName[] {
  return show ?? mostWeighty(tiles);
}
