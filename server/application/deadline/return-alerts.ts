import type { CaseLog, Clock, Lease, LogEntry } from '../ports.ts';

const EVERY_MS = 1_000;
const BATCH = 500;

/**
 * Brings alerts back by themselves: those whose shelf has come to its end, and those that somebody took and did nothing
 * about. The owner of the deadlines does it; a kill leaves nothing to repair, since what is due is read from the store.
 *
 * @param idleMs how long somebody may have an alert and do nothing, ms.
 */
export function keepReturns(parts: {
  log: Pick<CaseLog, 'returnDue'>;
  clock: Clock;
  lease: Lease;
  idleMs: () => number;
  onCommitted: (entries: readonly LogEntry[]) => void;
  onError: (error: unknown) => void;
}): { stop(): Promise<void> } {
  const { log, clock, lease, idleMs, onCommitted, onError } = parts;
  let running: Promise<void> = Promise.resolve();
  let cancel = clock.setAlarm(clock.now() + EVERY_MS, look);
  let stopped = false;

  function look(): void {
    running = (lease.isHeld() ? bringBack() : Promise.resolve()).catch(onError).finally(() => {
      if (!stopped) cancel = clock.setAlarm(clock.now() + EVERY_MS, look);
    });
  }

  async function bringBack(): Promise<void> {
    const { entries } = await log.returnDue(clock.now(), idleMs(), BATCH);
    if (entries.length > 0) onCommitted(entries);
  }

  return {
    async stop() {
      stopped = true;
      cancel();
      await running;
    },
  };
}
