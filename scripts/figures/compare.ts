// Our figures against the printed ones.
import { compare, decimalText, parseDecimal } from '#domain/indicator/fraction.ts';
import type { Printed } from './bulletin.ts';

/** `equal` to the second decimal; `rounded`: printed with one decimal, and equal to that; `differs`; `no-value`. */
export type Verdict = 'equal' | 'rounded' | 'differs' | 'no-value';
export type Comparison = {
  where: string;
  report: string;
  unit: string;
  figure: string;
  printed: string;
  computed: string | null;
  verdict: Verdict;
};

/** How a printed figure stands to the text of the computed one, two decimals. */
export function verdictOf(printed: Printed, computed: string | null): Verdict {
  const [ours, theirs] = [computed === null ? null : parseDecimal(computed), parseDecimal(printed.text)];
  if (ours === null || theirs === null) return 'no-value';
  if (compare(ours, theirs) === 0) return 'equal';
  // 97.5 for 97.49: the bulletin kept one decimal. A whole number is not taken for a rounded one: 100 is no 99.84.
  const decimals = /\.(\d+)$/.exec(printed.text)?.[1]?.length ?? 0;
  if (decimals === 1 && decimalText(ours, 1) === decimalText(theirs, 1)) return 'rounded';
  return 'differs';
}

/** `43 of 43 printed figures hold`, with a line for each that is not equal to the second decimal. */
export function comparisonLines(comparisons: readonly Comparison[]): string[] {
  if (comparisons.length === 0) return ['the file prints no figures to compare with'];
  const of = (verdict: Verdict): Comparison[] => comparisons.filter((one) => one.verdict === verdict);
  const holding = of('equal').length + of('rounded').length;
  const parts = [`${of('equal').length} to the second decimal`];
  if (of('rounded').length > 0) parts.push(`${of('rounded').length} to the one decimal it is printed with`);
  const lines = [`${holding} of ${comparisons.length} printed figures equal: ${parts.join(', ')}`];
  for (const { report, unit, figure, printed, computed, verdict } of comparisons) {
    if (verdict === 'equal') continue;
    const words = verdict === 'rounded' ? 'printed with one decimal' : verdict === 'differs' ? 'DIFFERS' : 'NO VALUE';
    lines.push(
      `  ${words}: ${[report, unit, figure].filter((part) => part !== '').join(' / ')}: printed ${printed}, the counts give ${computed ?? 'nothing'}`,
    );
  }
  return lines;
}
