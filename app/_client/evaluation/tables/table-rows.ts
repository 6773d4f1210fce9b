import type { EvaluationAnswer, EvaluationRow } from '#wire/http/evaluation.ts';

/**
 * The sum first, then those with a rank in its order, then those without one, then what is nobody's: in no known place, or told by a
 * source without a name. People who did none of the work that the table is about are left out: everybody has figures of
 * every post.
 */
export function tableRows({ object, total, rows }: EvaluationAnswer, by: string): EvaluationRow[] {
  const shown = object === 'person' ? rows.filter(didSome) : rows;
  const place = (row: EvaluationRow): number =>
    row.role === 'unknown' || row.role === 'source' ? Infinity : (row.cells[by]?.rank ?? Number.MAX_SAFE_INTEGER);
  return [total, ...[...shown].sort((a, b) => order(place(a), place(b)))];
}

function didSome({ cells }: EvaluationRow): boolean {
  // What the platform does not keep may have a denominator all the same: everybody's.
  const kept = Object.values(cells).filter(({ why }) => why !== 'not-kept');
  return kept.some(({ numerator, denominator }) => (numerator ?? 0) > 0 || (denominator ?? 0) > 0);
}

function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
