import type { IncomingReport } from '#application/api-port.ts';
import type { Rejection } from '#wire/http/rejection.ts';
import { reportSchema } from '#wire/http/report.ts';
import { checkDue, checkInstant } from './check-instant.ts';
import { checkPosition } from './check-position.ts';
import { rejectedBy } from './rejected.ts';

/** One item of a batch as it went through the edge. */
export type ReadItem<Item> = { ok: true; item: Item } | { ok: false; rejection: Rejection };

/** Reads one report of a body; `now` is the platform's clock in epoch ms. */
export function readReport(value: unknown, now: number): ReadItem<IncomingReport> {
  const parsed = reportSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return { ok: false, rejection: rejectedBy(parsed.error) };
  const { position, ...report } = parsed.data;
  const badTime =
    checkInstant(report.reportedAt, now, 'reportedAt') ??
    (report.dueAt === null ? null : checkDue(report.dueAt, now, 'dueAt'));
  if (badTime) return { ok: false, rejection: badTime };
  if (position === null) return { ok: true, item: { ...report, position: null } };
  const checked = checkPosition(position.lon, position.lat, position.datum, 'position.');
  return checked.ok ? { ok: true, item: { ...report, position: checked.position } } : checked;
}
