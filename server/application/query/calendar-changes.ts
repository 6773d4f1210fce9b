import type { Alert } from '#domain/alert/alert.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import type { Step } from '#domain/clock/step.ts';

/** A change of the working calendar that moved a case's deadlines; `at` and `recordedAt` in epoch ms. */
export type Restatement = { at: number; recordedAt: number; from: string; to: string };

/** The changes that a case's log tells of, oldest first. */
export function restatementsOf(events: readonly CaseEvent[]): Restatement[] {
  return events
    .flatMap(({ at, recordedAt, data }) =>
      data.type === 'restated' ? [{ at, recordedAt, from: data.from, to: data.to }] : [],
    )
    .sort((a, b) => a.recordedAt - b.recordedAt);
}

/** An alert that fired before the calendar changed stays, and says under which version it fired. */
export function firedUnder(alert: Alert, changes: readonly Restatement[]): Alert & { firedUnder?: string } {
  const change = changes.find(({ recordedAt }) => recordedAt >= alert.firedAt);
  return change ? { ...alert, firedUnder: change.from } : alert;
}

/** An explanation with the changes of calendar that happened while the clock ran; the due instant stays last. */
export function withRestatements(
  steps: readonly Step[],
  changes: readonly Restatement[],
  { startedAt, stoppedAt }: ClockFacts,
): readonly Step[] {
  const told = [...steps];
  for (const { at, from, to } of changes) {
    if (at < startedAt || at > (stoppedAt ?? Infinity)) continue;
    const after = told.findIndex((step) => step.from > at || step.kind === 'due' || step.kind === 'due-given');
    const index = after < 0 ? told.length : after;
    const balanceMs = told[index - 1]?.balanceMs ?? 0;
    told.splice(index, 0, { kind: 'restated', from: at, to: at, countedMs: 0, balanceMs, calendars: { from, to } });
  }
  return told;
}
