import type { AuditAnswer } from '#wire/http/audit.ts';
import { putDays } from '../../frame/day-span.ts';

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
  putDays(query, { from, until }, timeZone);
  return query;
}
