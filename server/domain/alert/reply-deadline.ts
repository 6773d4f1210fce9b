import type { CaseWaits } from '../case/case.ts';
import type { AlertKey } from './alert.ts';

/** The replies that a case owes, as the alerts that they become when they are late; due soonest first, epoch ms. */
export function replyDeadlines(caseId: number, waits: CaseWaits | undefined): (AlertKey & { dueAt: number })[] {
  const owed = (waits?.supervisions ?? []).flatMap(({ no, replyBy }) =>
    replyBy === null ? [] : [{ caseId, instance: no, round: 0, threshold: 'reply-late' as const, dueAt: replyBy }],
  );
  return owed.sort((a, b) => a.dueAt - b.dueAt || a.instance - b.instance);
}
