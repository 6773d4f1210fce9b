import { isClosedByHand, type Alert, type AlertReturn, type ReturnCause } from './alert.ts';
import { free } from './free.ts';
import { holderOfAnother, type Taker, type TakingResult } from './taking.ts';

/** What is said when an alert is put aside: why, and until when (epoch ms). */
export type ShelfOrder = { readonly reason: string; readonly until: number };

const HOUR_MS = 3_600_000;

/**
 * `by` puts an alert aside at an instant (epoch ms). It stays counted and comes back by itself at its end. Somebody else's
 * alert is theirs to put aside.
 */
export function shelved(alert: Alert, by: Taker, order: ShelfOrder, at: number): TakingResult {
  if (alert.status === 'resolved') return { kind: 'refused', reason: `Alert ${alert.id} is resolved`, holder: null };
  const other = holderOfAnother(alert, by);
  if (other !== null) return other;
  const shelf = { until: order.until, at, by: by.id, byName: by.name, reason: order.reason };
  return { kind: 'changed', alert: { ...free(alert), status: 'shelved', shelved: shelf } };
}

/** Whether an end is one that may be chosen at an instant: to come, and no further off than `hours`. */
export function isShelfEnd(until: number, at: number, hours: number): boolean {
  return until > at && until <= at + hours * HOUR_MS;
}

/** An alert that was put aside, taken or closed by hand is open again by itself, and says to whoever had it why. */
export function returned(alert: Alert, why: ReturnCause, at: number): Alert | null {
  const from = holderOf(alert);
  return from === null ? null : { ...free(alert), status: 'open', returned: { why, at, ...from } };
}

/**
 * Why an alert comes back at an instant (epoch ms): the end of its shelf, or because who took it has done nothing on its
 * case for `idleMs`. `actedAt`: when a person last did something on the case; null: never.
 */
export function returnCause(alert: Alert, actedAt: number | null, idleMs: number, at: number): ReturnCause | null {
  if (alert.status === 'shelved') return (alert.shelved?.until ?? at) <= at ? 'shelf-end' : null;
  if (alert.status !== 'taken') return null;
  return Math.max(alert.takenAt ?? alert.firedAt, actedAt ?? 0) + idleMs <= at ? 'idle' : null;
}

function holderOf(alert: Alert): Pick<AlertReturn, 'from' | 'fromName'> | null {
  if (alert.status === 'shelved' && alert.shelved) return { from: alert.shelved.by, fromName: alert.shelved.byName };
  if (alert.status === 'taken') return { from: alert.takenBy ?? '', fromName: alert.takenByName ?? '' };
  if (isClosedByHand(alert) && alert.disposition)
    return { from: alert.disposition.by, fromName: alert.disposition.byName };
  return null;
}
