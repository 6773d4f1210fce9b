import type { PassClaim } from '../handover/take-over.ts';
import { AlertConflict, type CaseLog, type LogEntry } from '../ports.ts';

/** Passing alerts from one officer to another, as the case log does it. */
export function passAlert(parts: {
  log: Pick<CaseLog, 'pass'>;
  now: () => number;
  onCommitted: (entries: readonly LogEntry[]) => void;
}): PassClaim {
  return async (alertId, from, to) => {
    try {
      const { entries } = await parts.log.pass(alertId, from, to, parts.now());
      parts.onCommitted(entries);
      return { result: entries.length === 0 ? 'had' : 'passed' };
    } catch (error) {
      if (!(error instanceof AlertConflict)) throw error;
      return { result: error.holder === null ? 'over' : 'another', by: error.holder?.name ?? null };
    }
  };
}
