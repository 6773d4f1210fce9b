import type { HistoryKind } from '#wire/http/history.ts';
import { putDays } from '../frame/day-span.ts';

/** What is looked for; empty texts ask for nothing. Days as `2026-11-23`, both included. */
export type HistoryQuestion = {
  readonly kind: HistoryKind;
  readonly what: string;
  readonly who: string;
  readonly place: string;
  readonly threshold: string;
  readonly caseNumber: string;
  readonly from: string;
  readonly until: string;
};

export const NO_QUESTION: HistoryQuestion = {
  ...{ kind: 'alerts', what: '', who: '', place: '', threshold: '', caseNumber: '', from: '', until: '' },
};

const PAGE = 100;

/** The address of a page; `cursor` is that of the page before it, null for the first. */
export function historyAddress(question: HistoryQuestion, cursor: string | null, timeZone: string): string {
  const query = searchOf(question, timeZone);
  query.set('limit', String(PAGE));
  if (cursor !== null) query.set('cursor', cursor);
  return `/api/v1/history?${query.toString()}`;
}

/** The address of the same lines as a file. */
export function exportAddress(
  question: HistoryQuestion,
  format: 'csv' | 'xlsx',
  lang: string,
  timeZone: string,
): string {
  const query = searchOf(question, timeZone);
  query.set('format', format);
  query.set('lang', lang);
  return `/api/v1/history/export?${query.toString()}`;
}

/** The page that shows how it was at an instant, epoch ms. */
export function thenAddress(at: number, caseNumber: string, districtCode: string | null): string {
  const query = new URLSearchParams({ at: String(at), case: caseNumber });
  if (districtCode !== null) query.set('place', districtCode);
  return `/shift/then?${query.toString()}`;
}

function searchOf(question: HistoryQuestion, timeZone: string): URLSearchParams {
  const { kind, what, who, place, threshold, caseNumber, from, until } = question;
  const query = new URLSearchParams({ kind });
  const put = (name: string, text: string): void => {
    if (text.trim() !== '') query.set(name, text.trim());
  };
  put('what', what);
  put('who', who);
  put('place', place);
  if (kind === 'alerts') put('threshold', threshold);
  put('case', caseNumber);
  putDays(query, { from, until }, timeZone);
  return query;
}
