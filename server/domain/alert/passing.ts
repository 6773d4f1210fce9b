import type { Alert } from './alert.ts';
import { free } from './free.ts';
import type { Holder, Taker, TakingResult } from './taking.ts';

/**
 * `from` gives what they took to `to` at an instant (epoch ms), in one move, so that nobody else gets it in between. What
 * has gone back by itself since is taken; what somebody else has, or has put aside, stays as it is.
 */
export function passed(alert: Alert, from: Taker, to: Taker, at: number): TakingResult {
  if (alert.status === 'resolved') return { kind: 'refused', reason: `Alert ${alert.id} is resolved`, holder: null };
  if (alert.status === 'taken' && alert.takenBy === to.id) return { kind: 'same' };
  const other = holderInstead(alert, from);
  if (other !== null) return { kind: 'refused', reason: `${other.name} has alert ${alert.id}`, holder: other };
  const own = { takenBy: to.id, takenByName: to.name, takenAt: at };
  return { kind: 'changed', alert: { ...free(alert), status: 'taken', ...own } };
}

function holderInstead(alert: Alert, from: Taker): Holder | null {
  if (alert.shelved) return { id: alert.shelved.by, name: alert.shelved.byName, since: alert.shelved.at };
  if (alert.status !== 'taken' || alert.takenBy === from.id) return null;
  return { id: alert.takenBy ?? '', name: alert.takenByName ?? '', since: alert.takenAt ?? alert.firedAt };
}
