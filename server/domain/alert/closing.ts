import type { Alert, DispositionKind } from './alert.ts';
import { free } from './free.ts';
import { holderOfAnother, type Taker, type TakingResult } from './taking.ts';

/** How somebody closes an alert by hand. `other` says why in its note. */
export type CloseOrder = { readonly kind: DispositionKind; readonly note: string };

/**
 * `by` closes an alert by hand at an instant (epoch ms): its case goes on as it is. It is open again when somebody brings
 * it back or its case gets worse, while its clock still runs. Another's alert is theirs to close.
 */
export function closed(alert: Alert, by: Taker, { kind, note }: CloseOrder, at: number): TakingResult {
  if (alert.status === 'resolved') return { kind: 'refused', reason: `Alert ${alert.id} is resolved`, holder: null };
  const other = holderOfAnother(alert, by);
  if (other !== null) return other;
  const disposition = { kind, note, by: by.id, byName: by.name, at };
  const { takenBy, takenByName, takenAt } = alert;
  const held = { takenBy, takenByName, takenAt };
  return {
    kind: 'changed',
    alert: { ...free(alert), ...held, status: 'resolved', resolution: 'by-hand', resolvedAt: at, disposition },
  };
}
