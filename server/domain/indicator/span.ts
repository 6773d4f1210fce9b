import { dateOfEpochDay, epochDayOf, weekdayOfEpochDay } from '#domain/calendar/dates.ts';
import type { Zone } from '#domain/calendar/zone.ts';

/** Periods of GB/T 30428.4, and any run of whole days. */
export const SPAN_KINDS = ['day', 'week', 'month', 'quarter', 'half', 'year', 'any'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/** Whole local days: `[from, to)` in epoch ms, first and last date, and a label such as `2026-11`, `2026-W47`, `2026-Q4`. */
export type Span = {
  readonly kind: SpanKind;
  readonly from: number;
  readonly to: number;
  readonly firstDate: string;
  readonly lastDate: string;
  readonly label: string;
};

const MONTHS: Partial<Record<SpanKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The period of a kind that a `YYYY-MM-DD` date lies in. Throws RangeError for what is no date. */
export function spanAt(kind: Exclude<SpanKind, 'any'>, date: string, zone: Zone): Span {
  const day = epochDayOf(date);
  if (kind === 'day') return spanOfDays(kind, day, day, zone);
  if (kind === 'week') {
    const monday = day - weekdayOfEpochDay(day) + 1;
    return spanOfDays(kind, monday, monday + 6, zone);
  }
  const months = MONTHS[kind] ?? 1;
  const year = Number(date.slice(0, 4));
  const first = Math.floor((Number(date.slice(5, 7)) - 1) / months) * months;
  return spanOfDays(kind, firstOfMonth(year, first), firstOfMonth(year, first + months) - 1, zone);
}

/** The days from one date to another, both included. Throws RangeError for what is no date or runs backwards. */
export function spanBetween(firstDate: string, lastDate: string, zone: Zone): Span {
  const [first, last] = [epochDayOf(firstDate), epochDayOf(lastDate)];
  if (last < first) throw new RangeError(`${lastDate} is before ${firstDate}`);
  return spanOfDays('any', first, last, zone);
}

/** The period before; for any other run of days, as many days before it. */
export function previousSpan(span: Span, zone: Zone): Span {
  const first = epochDayOf(span.firstDate);
  if (span.kind !== 'any') return spanAt(span.kind, dateOfEpochDay(first - 1), zone);
  const days = epochDayOf(span.lastDate) - first + 1;
  return spanOfDays('any', first - days, first - 1, zone);
}

function spanOfDays(kind: SpanKind, first: number, last: number, zone: Zone): Span {
  const [firstDate, lastDate] = [dateOfEpochDay(first), dateOfEpochDay(last)];
  const midnight = (day: number): number => zone.instantOf(day * 86_400_000);
  return { kind, from: midnight(first), to: midnight(last + 1), firstDate, lastDate, label: label(kind, first, last) };
}

function label(kind: SpanKind, first: number, last: number): string {
  const date = dateOfEpochDay(first);
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))];
  switch (kind) {
    case 'day':
      return date;
    case 'week':
      return weekLabel(first);
    case 'month':
      return date.slice(0, 7);
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'half':
      return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'year':
      return year;
    case 'any':
      return `${date}/${dateOfEpochDay(last)}`;
  }
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function weekLabel(monday: number): string {
  const year = Number(dateOfEpochDay(monday + 3).slice(0, 4));
  const fourth = firstOfMonth(year, 0) + 3;
  const week = Math.floor((monday - (fourth - weekdayOfEpochDay(fourth) + 1)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Epoch day of the first of a month; `month` counts from 0 and may run over. */
function firstOfMonth(year: number, month: number): number {
  return Date.UTC(year, month, 1) / 86_400_000;
}
