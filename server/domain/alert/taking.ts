import { isClosedByHand, type Alert } from './alert.ts';
import { free } from './free.ts';

/** A person who takes or gives back an alert. */
export type Taker = { id: string; name: string };

export type Holder = Taker & { since: number };

/** What becomes of an alert: changed, the same as before (a repeated word), or refused because of its holder or its end. */
export type TakingResult =
  { kind: 'changed'; alert: Alert } | { kind: 'same' } | { kind: 'refused'; reason: string; holder: Holder | null };

/** `by` takes an open or shelved alert at an instant (epoch ms). Taking again what one has changes nothing. */
export function taken(alert: Alert, by: Taker, at: number): TakingResult {
  if (alert.status === 'resolved') return { kind: 'refused', reason: `Alert ${alert.id} is resolved`, holder: null };
  if (alert.status !== 'taken') {
    const own = { takenBy: by.id, takenByName: by.name, takenAt: at };
    return { kind: 'changed', alert: { ...free(alert), status: 'taken', ...own } };
  }
  return alert.takenBy === by.id ? { kind: 'same' } : heldByAnother(alert);
}

/**
 * `by` gives back what they took, or brings back what anybody shelved or closed by hand. Giving back an open alert changes
 * nothing. `runs`: its clock still runs, so that one closed by hand can be open again.
 */
export function released(alert: Alert, by: Taker, runs: boolean): TakingResult {
  if (isClosedByHand(alert) && runs) return { kind: 'changed', alert: { ...free(alert), status: 'open' } };
  if (alert.status === 'resolved') return { kind: 'refused', reason: `Alert ${alert.id} is resolved`, holder: null };
  if (alert.status === 'open') return { kind: 'same' };
  if (alert.status === 'taken' && alert.takenBy !== by.id) return heldByAnother(alert);
  return { kind: 'changed', alert: { ...free(alert), status: 'open' } };
}

/** A refusal where somebody else has it, else null. */
export function holderOfAnother(alert: Alert, by: Taker): Extract<TakingResult, { kind: 'refused' }> | null {
  return alert.status === 'taken' && alert.takenBy !== by.id ? heldByAnother(alert) : null;
}

function heldByAnother(alert: Alert): Extract<TakingResult, { kind: 'refused' }> {
  const holder = { id: alert.takenBy ?? '', name: alert.takenByName ?? '', since: alert.takenAt ?? alert.firedAt };
  return { kind: 'refused', reason: `${holder.name} has alert ${alert.id}`, holder };
}
