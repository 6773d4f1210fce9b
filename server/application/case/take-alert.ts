import { isCityCode } from '#domain/place/code.ts';
import type { Principal, Role } from '#domain/account/role.ts';
import type { CommandResult } from '#wire/command.ts';
import { ALERT_TAKERS } from '#wire/http/access.ts';
import { AlertConflict, type CaseLog, type LogEntry } from '../ports.ts';

/** Whether a post answers for alerts. */
export function mayTake(role: Role): boolean {
  return ALERT_TAKERS.some((one) => one === role);
}

/**
 * Takes an alert, or gives it back, under the officer's name. Another's alert is refused with who has it.
 * Rejects with StoreUnavailable only.
 */
export async function takeAlert(
  parts: { log: CaseLog; now: () => number; onCommitted: (entries: readonly LogEntry[]) => void },
  who: Principal,
  alertId: number,
  act: 'take' | 'release',
): Promise<CommandResult> {
  if (!mayTake(who.role)) {
    return { ok: false, refusal: { code: 'not-allowed', message: `${who.role} may not ${act} alerts` } };
  }
  const by = { id: who.id, name: who.name };
  try {
    const found = await parts.log.alertPlace(alertId);
    if (!found || !(isCityCode(who.scope) || found.includes(who.scope))) {
      return { ok: false, refusal: { code: 'not-found', message: `there is no alert ${alertId}` } };
    }
    const committed = await parts.log[act](alertId, by, parts.now());
    parts.onCommitted(committed.entries);
    const alert = committed.entries.find((entry) => entry.kind === 'alert');
    return { ok: true, caseNumber: alert?.kind === 'alert' ? alert.alert.caseNumber : '', version: 0, moveVersion: 0 };
  } catch (error) {
    if (!(error instanceof AlertConflict)) throw error;
    return conflictResult(error);
  }
}

/** Why somebody could not have an alert: who has it, or that it is over. */
export function conflictResult({ holder, message }: AlertConflict): CommandResult {
  return {
    ok: false,
    refusal: {
      code: holder ? 'already-taken' : 'illegal-move',
      message,
      ...(holder && { other: { name: holder.name, what: 'taken', at: holder.since } }),
    },
  };
}
