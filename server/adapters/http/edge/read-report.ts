import type { IncomingReport } from '#application/api-port.ts';
import type { Rejection } from '#wire/http/rejection.ts';
import { reportSchema, type ReportItem } from '#wire/http/report.ts';
import { findUnfitText } from '#wire/http/unfit-text.ts';
import { checkDue, checkInstant } from './check-instant.ts';
import { checkPosition } from './check-position.ts';
import { rejected, rejectedBy } from './rejected.ts';

/** One item of a batch as it went through the edge. */
export type ReadItem<Item> = { ok: true; item: Item } | { ok: false; rejection: Rejection };

/** Reads one report of a body; `now` is the platform's clock in epoch ms. */
export function readReport(value: unknown, now: number): ReadItem<IncomingReport> {
  const parsed = reportSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return { ok: false, rejection: rejectedBy(parsed.error) };
  const { position, history, ...rest } = parsed.data;
  const report = {
    ...rest,
    ...(history.length > 0 && { history: history.map(({ by = null, ...past }) => ({ ...past, by })) }),
  };
  const badTime =
    checkInstant(report.reportedAt, now, 'reportedAt') ??
    (report.dueAt === null ? null : checkDue(report.dueAt, now, 'dueAt')) ??
    checkHistory(history, now);
  if (badTime) return { ok: false, rejection: badTime };
  if (position === null) return { ok: true, item: { ...report, position: null } };
  const checked = checkPosition(position.lon, position.lat, position.datum, 'position.');
  return checked.ok ? { ok: true, item: { ...report, position: checked.position } } : checked;
}

function checkHistory(history: ReportItem['history'], now: number): Rejection | null {
  if (history.length === 0) return null;
  const unfit = findUnfitText(history, 'history');
  if (unfit !== null) return rejected('bad-text', unfit, `${unfit} holds a control character`);
  for (const [index, { at }] of history.entries()) {
    const fault = checkInstant(at, now, `history.${index}.at`);
    if (fault) return fault;
  }
  return null;
}
