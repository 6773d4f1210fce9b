import type { Alert } from './alert.ts';

/** A person who takes or gives back an alert. */
export type Taker = { id: string; name: string };

export type Holder = Taker & { since: number };

/** What becomes of an alert: changed, the same as before (a repeated word), or refused because of its holder or its end. */
export type TakingResult =
  { kind: 'changed'; alert: Alert } | { kind: 'same' } | { kind: 'refused'; reason: string; holder: Holder | null };

/** `by` takes an open alert at an instant (epoch ms). Taking again what one has changes nothing. */
export function taken(alert: Alert, by: Taker, at: number): TakingResult {
  if (alert.status === 'resolved') return { kind: 'refused', reason: `Alert ${alert.id} is resolved`, holder: null };
  if (alert.status === 'open') {
    return { kind: 'changed', alert: { ...alert, status: 'taken', takenBy: by.id, takenByName: by.name, takenAt: at } };
  }
  return alert.takenBy === by.id ? { kind: 'same' } : heldByAnother(alert);
}

/** `by` gives back what they took. Giving back an open alert changes nothing. */
export function released(alert: Alert, by: Taker): TakingResult {
  if (alert.status === 'resolved') return { kind: 'refused', reason: `Alert ${alert.id} is resolved`, holder: null };
  if (alert.status === 'open') return { kind: 'same' };
  if (alert.takenBy !== by.id) return heldByAnother(alert);
  return { kind: 'changed', alert: { ...alert, status: 'open', takenBy: null, takenByName: null, takenAt: null } };
}

function heldByAnother(alert: Alert): TakingResult {
  const holder = { id: alert.takenBy ?? '', name: alert.takenByName ?? '', since: alert.takenAt ?? alert.firedAt };
  return { kind: 'refused', reason: `${holder.name} has alert ${alert.id}`, holder };
}
