import { dayMs, epochDayOf } from '#domain/calendar/dates.ts';
import { openZone } from '#domain/calendar/zone.ts';
import type { AuditAnswer } from '#wire/http/audit.ts';

export type AuditLineAnswer = AuditAnswer['lines'][number];

/** Which lines are looked for; empty texts ask for nothing. Days as `2026-11-23`, both included. */
export type AuditQuestion = {
  readonly who: string;
  readonly act: string;
  readonly subject: string;
  readonly result: AuditLineAnswer['result'] | '';
  readonly from: string;
  readonly until: string;
};

export const NO_QUESTION: AuditQuestion = { who: '', act: '', subject: '', result: '', from: '', until: '' };

/** Lines of one page of the table. */
export const PAGE = 100;

/** The address of a page of the audit; `cursor` is that of the page before it, null for the first. */
export function auditAddress(question: AuditQuestion, cursor: string | null, timeZone: string): string {
  const query = searchOf(question, timeZone);
  query.set('limit', String(PAGE));
  if (cursor !== null) query.set('cursor', cursor);
  return `/api/v1/audit?${query.toString()}`;
}

/** The address of the same lines as a file. */
export function exportAddress(question: AuditQuestion, timeZone: string): string {
  return `/api/v1/audit/export?${searchOf(question, timeZone).toString()}`;
}

function searchOf({ who, act, subject, result, from, until }: AuditQuestion, timeZone: string): URLSearchParams {
  const query = new URLSearchParams();
  const put = (name: string, text: string): void => {
    if (text.trim() !== '') query.set(name, text.trim());
  };
  put('who', who);
  put('act', act);
  put('subject', subject);
  put('result', result);
  const first = midnightOf(from, 0, timeZone);
  const last = midnightOf(until, 1, timeZone);
  if (first !== null) query.set('since', String(first));
  if (last !== null) query.set('until', String(last));
  return query;
}

/** The first instant of a day, or of one some days later, in the platform's zone; null for what is no day (yet). */
function midnightOf(day: string, later: number, timeZone: string): number | null {
  if (!/^(19|20)\d\d-\d\d-\d\d$/u.test(day)) return null;
  try {
    return openZone(timeZone).instantOf((epochDayOf(day) + later) * dayMs);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
