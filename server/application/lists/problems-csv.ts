import { csvLine } from '../csv-line.ts';
import type { ListProblem } from './list-kind.ts';

/**
 * What is wrong with a file, as CSV for a spreadsheet (UTF-8 with a byte order mark, which Excel needs to read Chinese):
 * line, field, reason and hint in Chinese and in English, and whether it refuses the file.
 */
export function problemsCsv(problems: readonly ListProblem[]): string {
  const rows = problems.map(({ line, field, reason, hint, refuses }) => [
    line === null ? '' : String(line),
    field ?? '',
    reason.zh,
    hint.zh,
    reason.en,
    hint.en,
    refuses ? 'refuses' : 'warning',
  ]);
  return `\uFEFF${[['line', 'field', '原因', '改正办法', 'reason', 'hint', 'effect'], ...rows].map(csvLine).join('')}`;
}
