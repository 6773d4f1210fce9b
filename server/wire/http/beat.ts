import { z } from 'zod';
import { epochMs, instant } from './values.ts';

/** What a source says when it has nothing else to say. */
export const beatSchema = z
  .strictObject({ until: instant.optional() })
  .meta({ description: 'Up to when the source has told all it knows' });

export const beatAnswerSchema = z.object({ source: z.string(), until: epochMs, heardAt: epochMs });
