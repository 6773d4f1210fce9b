import type { FileRow } from '#application/import/profile.ts';
import { ListRefused } from '#application/lists/list-kind.ts';

/** A table as a person sees it: rows that hold anything, each with its number from 1; cells are trimmed text. */
export type Sheet = { name: string; rows: readonly FileRow[] };

/** A refusal of the file as a whole, or from a line on. */
export function refusedFile(reason: string, hint: string, line: number | null = null): ListRefused {
  return new ListRefused(`${reason}: ${hint}`, [{ line, field: null, reason, hint, refuses: true }]);
}
