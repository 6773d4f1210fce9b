import { ListRefused } from '#application/lists/list-kind.ts';

/** A refusal of the file as a whole, or from a line on. */
export function refusedFile(reason: string, hint: string, line: number | null = null): ListRefused {
  return new ListRefused(`${reason}: ${hint}`, [{ line, field: null, reason, hint, refuses: true }]);
}
