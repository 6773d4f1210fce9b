import { z } from 'zod';
import { epochMs, plainText } from './values.ts';

/** For people, in both languages. */
const bilingual = z.object({ zh: z.string(), en: z.string() });

/** What is wrong with a row of a list file. `line` counts from 1 with the header; null is the file as a whole. */
export const listProblemSchema = z.object({
  line: z.number().int().nullable(),
  field: z.string().nullable(),
  reason: bilingual,
  hint: bilingual.meta({ description: 'How to mend it' }),
  refuses: z.boolean().meta({ description: 'Stops the whole import; others are warnings' }),
  shape: z
    .object({ type: z.enum(['Point', 'Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) })
    .nullish()
    .meta({ description: 'GeoJSON, WGS-84: the ground of a gap or overlap, or the place that it is about' }),
});

/** What is wrong with the outlines in force; `line`: the place's number by code below its parent. */
export const placeProblemsSchema = z.object({ parent: z.string(), problems: z.array(listProblemSchema) });

const members = z.record(z.string(), z.string()).nullable();

/** What an import would do to one entry; `before` and `after` hold the members that differ, as text. */
export const listChangeSchema = z.object({
  key: z.string(),
  change: z.enum(['added', 'changed', 'removed']),
  before: members,
  after: members,
});

export const listCountsSchema = z.object({
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  unchanged: z.number().int(),
});

/** Most changes and most problems that a preview shows; the counts are of all. */
export const MOST_SHOWN = 2_000;

export const listPreviewSchema = z.object({
  basis: z.string().meta({ description: 'What the list was compared with: give it back when the file is applied' }),
  counts: listCountsSchema,
  changes: z.array(listChangeSchema).max(MOST_SHOWN),
  problems: z.array(listProblemSchema).max(MOST_SHOWN),
  /** All there are, also those not shown. */
  problemsTotal: z.number().int(),
  /** Nothing refuses the file. */
  applicable: z.boolean(),
});

/** `note` of the version that a list is delivered with, before a city brings its own. */
export const AS_DELIVERED = 'as-delivered';

/** One state of a list, and who made it. */
export const listVersionSchema = z.object({
  version: z.string(),
  at: epochMs,
  by: z.string(),
  note: z.string(),
  current: z.boolean(),
  counts: listCountsSchema,
});

/** A choice that goes with a file; `choices` null: free text. Without a `fallback` it must be given. */
export const listOptionSchema = z.object({
  name: z.string(),
  choices: z.array(z.string()).readonly().nullable(),
  fallback: z.string().nullable(),
});

export const listSchema = z.object({
  id: z.string(),
  options: z.array(listOptionSchema).readonly(),
  /** File formats in which an empty file with the right columns can be fetched. */
  templates: z.array(z.enum(['csv', 'xlsx'])).readonly(),
  /** Null where the list was never filled. */
  current: listVersionSchema.nullable(),
});

export const listsAnswerSchema = z.object({ lists: z.array(listSchema) });
export const listVersionsAnswerSchema = z.object({ versions: z.array(listVersionSchema).readonly() });

export const listUndoSchema = z
  .strictObject({ version: plainText(60, 1) })
  .meta({ description: 'The older version whose state becomes the current one, as a new version' });

export type ListPreviewAnswer = z.infer<typeof listPreviewSchema>;
export type ListAnswer = z.infer<typeof listSchema>;
