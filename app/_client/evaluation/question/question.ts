import { dateOfEpochDay, epochDayOf } from '#domain/calendar/dates.ts';
import type { Zone } from '#domain/calendar/zone.ts';
import type { ObjectKind } from '#domain/indicator/indicator.ts';
import { previousSpan, spanAt, spanBetween, SPAN_KINDS, type Span, type SpanKind } from '#domain/indicator/span.ts';

/** Which span is looked at, and as of when; what the address of a page says. Dates are `YYYY-MM-DD`. */
export type Question = {
  readonly span: SpanKind;
  /** A date within the span; of `any` its first. */
  readonly date: string;
  /** Last date of a span of `any`. */
  readonly until: string;
  /** Due means due as of this instant; null is now. */
  readonly asOf: number | null;
};

/** A question from a page's address; what is missing or wrong there is the running month. */
export function questionFrom(search: URLSearchParams, today: string): Question {
  const span = SPAN_KINDS.find((kind) => kind === search.get('span')) ?? 'month';
  const date = dateOr(search.get('date'), today);
  const until = dateOr(search.get('until'), date);
  const asOf = Number(search.get('asOf') ?? Number.NaN);
  return { span, date, until: until < date ? date : until, asOf: Number.isSafeInteger(asOf) && asOf > 0 ? asOf : null };
}

/** The question as a page's address has it. */
export function searchOf({ span, date, until, asOf }: Question): URLSearchParams {
  const search = new URLSearchParams({ span, date });
  if (span === 'any') search.set('until', until);
  if (asOf !== null) search.set('asOf', String(asOf));
  return search;
}

/** The days that are asked for. */
export function spanOf({ span, date, until }: Question, zone: Zone): Span {
  return span === 'any' ? spanBetween(date, until, zone) : spanAt(span, date, zone);
}

/** The same question about the span before or after. */
export function moved(question: Question, by: -1 | 1, zone: Zone): Question {
  const span = spanOf(question, zone);
  const days = epochDayOf(span.lastDate) - epochDayOf(span.firstDate) + 1;
  const first = by === -1 ? previousSpan(span, zone).firstDate : dateOfEpochDay(epochDayOf(span.lastDate) + 1);
  return { ...question, date: first, until: dateOfEpochDay(epochDayOf(first) + days - 1) };
}

/** Whose figures, of which indicators. */
export type Asked = {
  readonly object: ObjectKind;
  readonly level?: string | null;
  readonly parent?: string | null;
  readonly indicators?: readonly string[];
};

/** Where the server answers: `/api/v1/evaluation` or another path with the same question. */
export function addressOf(
  path: string,
  question: Question,
  asked: Asked,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({ object: asked.object, ...spanQuery(question), ...more });
  if (asked.level != null) query.set('level', asked.level);
  if (asked.parent != null) query.set('parent', asked.parent);
  if (asked.indicators !== undefined) query.set('indicators', asked.indicators.join(','));
  return `${path}?${query.toString()}`;
}

function spanQuery({ span, date, until, asOf }: Question): Record<string, string> {
  const days: Record<string, string> = span === 'any' ? { span, from: date, to: until } : { span, at: date };
  return asOf === null ? days : { ...days, asOf: new Date(asOf).toISOString() };
}

function dateOr(text: string | null, fallback: string): string {
  if (text === null) return fallback;
  try {
    epochDayOf(text);
    return text;
  } catch (error) {
    if (error instanceof RangeError) return fallback;
    throw error;
  }
}
