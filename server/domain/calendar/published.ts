import type { Calendar } from './calendar.ts';
import type { Zone } from './zone.ts';

/** Time without published holidays: `from` included, `to` not; UTC epoch milliseconds, infinite at the outer ends. */
export interface ProvisionalSpan {
  readonly from: number;
  readonly to: number;
}

type PublishedYears = Pick<Calendar, 'publishedFrom' | 'publishedThrough' | 'publishedAlso'>;
type WithSpans = { readonly provisional: readonly ProvisionalSpan[] };

/** Whether a year's holidays are published. */
export function isPublished({ publishedFrom, publishedThrough, publishedAlso }: PublishedYears, year: number): boolean {
  if (publishedAlso?.includes(year)) return true;
  return year >= (publishedFrom ?? -Infinity) && year <= publishedThrough;
}

/** The published years of a calendar with more of them: a notice may close a gap. */
export function withPublished(calendar: PublishedYears, years: readonly number[]): PublishedYears {
  const known = new Set([...years, ...(calendar.publishedAlso ?? [])]);
  let { publishedFrom, publishedThrough } = calendar;
  while (publishedFrom !== undefined && known.has(publishedFrom - 1)) publishedFrom--;
  while (known.has(publishedThrough + 1)) publishedThrough++;
  const run = { publishedThrough, ...(publishedFrom !== undefined && { publishedFrom }) };
  const publishedAlso = [...known].filter((year) => !isPublished(run, year)).sort((a, b) => a - b);
  return { ...run, ...(publishedAlso.length > 0 && { publishedAlso }) };
}

/** The spans before, between and after the published years, ascending. */
export function provisionalSpans(calendar: PublishedYears, zone: Zone): readonly ProvisionalSpan[] {
  const newYear = (year: number): number => (Number.isFinite(year) ? zone.instantOf(Date.UTC(year, 0, 1)) : year);
  const { publishedFrom = -Infinity, publishedThrough, publishedAlso = [] } = calendar;
  const runs = [[publishedFrom, publishedThrough], ...publishedAlso.map((year) => [year, year])] as [number, number][];
  const spans: ProvisionalSpan[] = [];
  let from = -Infinity;
  for (const [first, last] of runs.sort((a, b) => a[0] - b[0])) {
    if (first > from) spans.push({ from: newYear(from), to: newYear(first) });
    from = Math.max(from, last + 1);
  }
  return [...spans, { from: newYear(from), to: Infinity }];
}

/** The first instant from `from` on without published holidays; Infinity where there is none. */
export function provisionalSince({ provisional }: WithSpans, from: number): number {
  for (const span of provisional) if (span.to > from) return Math.max(from, span.from);
  return Infinity;
}

/** Whether an instant's holidays are not published. */
export function isProvisionalAt(calendar: WithSpans, at: number): boolean {
  return provisionalSince(calendar, at) === at;
}
