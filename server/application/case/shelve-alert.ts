import { isCityCode } from '#domain/place/code.ts';
import type { Principal } from '#domain/account/role.ts';
import type { CloseOrder } from '#domain/alert/closing.ts';
import { isShelfEnd, type ShelfOrder } from '#domain/alert/shelf.ts';
import type { CommandResult } from '#wire/command.ts';
import { AlertConflict, type CaseLog, type Committed, type LogEntry } from '../ports.ts';
import { conflictResult, mayTake } from './take-alert.ts';

/**
 * Puts an alert aside until an instant, under the officer's name and with a reason. Another's alert is refused with who
 * has it. Rejects with StoreUnavailable only.
 */
export async function shelveAlert(
  parts: {
    log: CaseLog;
    now: () => number;
    /** No alert is put aside for longer. */
    mostHours: () => number;
    onCommitted: (entries: readonly LogEntry[]) => void;
  },
  who: Principal,
  alertId: number,
  order: ShelfOrder,
): Promise<CommandResult> {
  if (!mayTake(who.role)) {
    return { ok: false, refusal: { code: 'not-allowed', message: `${who.role} may not shelve alerts` } };
  }
  const at = parts.now();
  const hours = parts.mostHours();
  if (!isShelfEnd(order.until, at, hours)) {
    const message = `an alert is shelved until an instant to come, at most ${hours} hours off`;
    return {
      ok: false,
      refusal: { code: 'bad-argument', message, why: { fault: 'past-shelf', about: String(hours) } },
    };
  }
  return onAlert(parts, who, alertId, (by) => parts.log.shelve(alertId, by, order, at));
}

/** Closes an alert by hand, under the officer's name and with why. Rejects with StoreUnavailable only. */
export async function closeAlert(
  parts: { log: CaseLog; now: () => number; onCommitted: (entries: readonly LogEntry[]) => void },
  who: Principal,
  alertId: number,
  order: CloseOrder,
): Promise<CommandResult> {
  if (!mayTake(who.role)) {
    return { ok: false, refusal: { code: 'not-allowed', message: `${who.role} may not close alerts` } };
  }
  return onAlert(parts, who, alertId, (by) => parts.log.close(alertId, by, order, parts.now()));
}

/** Does something with an alert within somebody's reach. */
async function onAlert(
  { log, onCommitted }: { log: CaseLog; onCommitted: (entries: readonly LogEntry[]) => void },
  who: Principal,
  alertId: number,
  act: (by: { id: string; name: string }) => Promise<Committed>,
): Promise<CommandResult> {
  try {
    const found = await log.alertPlace(alertId);
    if (!found || !(isCityCode(who.scope) || found.includes(who.scope))) {
      return { ok: false, refusal: { code: 'not-found', message: `there is no alert ${alertId}` } };
    }
    const committed = await act({ id: who.id, name: who.name });
    onCommitted(committed.entries);
    const [entry] = committed.entries;
    const caseNumber = entry?.kind === 'alert' ? entry.alert.caseNumber : '';
    return { ok: true, caseNumber, version: 0, moveVersion: 0 };
  } catch (error) {
    if (!(error instanceof AlertConflict)) throw error;
    return conflictResult(error);
  }
}
