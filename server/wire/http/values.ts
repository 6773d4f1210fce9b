import { z } from 'zod';
import { isUnfitText } from './unfit-text.ts';

/** Text that can be stored and shown: no NUL, no lone surrogate, no control characters but tab and line ends. */
export function plainText(most: number, least = 0) {
  return z
    .string()
    .min(least)
    .max(most)
    .refine((text) => !isUnfitText(text), { error: 'holds a NUL, a lone surrogate or another control character' });
}

/** A name or code given by another system: anything readable without line ends. */
export function foreignId(most = 120) {
  return plainText(most, 1).regex(/^\S(?:[^\t\r\n]*\S)?$/, {
    error: 'must have no line ends and no spaces around it',
  });
}

/** A place code of the platform (GB/T 30428.1: 6 digits for a district, 9, 12 and 15 below it). */
export const placeCode = z.string().regex(/^[0-9A-Za-z-]{1,20}$/, { error: 'is not a place code' });

const offsetTime = z.iso.datetime({
  offset: true,
  error: 'is not ISO 8601 with seconds and an offset, such as 2026-11-22T08:00:00+08:00',
});

/** An instant as outside systems write it: ISO 8601 with its offset, or UTC epoch milliseconds. Read as epoch ms. */
export const instant = z
  .union([offsetTime, z.number().int({ error: 'is not a whole number of milliseconds' })], {
    error: 'is neither ISO 8601 with an offset nor UTC epoch milliseconds',
  })
  .transform((value) => (typeof value === 'number' ? value : Date.parse(value)))
  .meta({ description: 'ISO 8601 with an offset, or UTC epoch milliseconds' });

/** An instant in a query: the same, with the milliseconds written as digits. */
export const instantText = z
  .union([offsetTime, z.string().regex(/^\d{12,14}$/)], {
    error: 'is neither ISO 8601 with an offset nor UTC epoch milliseconds',
  })
  .transform((value) => (/^\d+$/.test(value) ? Number(value) : Date.parse(value)))
  .meta({ description: 'ISO 8601 with an offset, or UTC epoch milliseconds' });

/** An instant in an answer. */
export const epochMs = z.number().meta({ description: 'UTC epoch milliseconds' });

/** `true` or `false` in a query. */
export const flagText = z
  .enum(['true', 'false'])
  .transform((word) => word === 'true')
  .meta({ description: 'true or false' });

/** A whole number in a query. */
export function countText(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, { error: 'is not a whole number' })
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

/** Degrees in a query. */
export const degreesText = z
  .string()
  .regex(/^-?\d{1,3}(?:\.\d{1,12})?$/, { error: 'is not a number of degrees' })
  .transform(Number);
