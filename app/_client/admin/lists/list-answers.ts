import type { z } from 'zod';
import type {
  listChangeSchema,
  listPreviewSchema,
  listProblemSchema,
  listSchema,
  listsAnswerSchema,
  listVersionSchema,
  listVersionsAnswerSchema,
} from '#wire/http/lists.ts';

export type ListAnswer = z.infer<typeof listSchema>;
export type ListsAnswer = z.infer<typeof listsAnswerSchema>;
export type ListChange = z.infer<typeof listChangeSchema>;
export type ListProblem = z.infer<typeof listProblemSchema>;
export type ListPreview = z.infer<typeof listPreviewSchema>;
export type ListVersion = z.infer<typeof listVersionSchema>;
export type ListVersionsAnswer = z.infer<typeof listVersionsAnswerSchema>;
