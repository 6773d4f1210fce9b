import type { CaseLog, LogEntry } from '../ports.ts';

const BATCH = 500;
/** Pause after a batch, as a share of the time it took: the log is for others most of the time. */
const REST = 1;
const LEAST_REST_MS = 10;
/** How often is looked for what another node left behind. */
const EVERY_MS = 20_000;

export type RestatedSettler = {
  /** Begins now; does not wait for the end. */
  begin(): void;
  stop(): Promise<void>;
};

/**
 * Gives restated cases their own events and rows, a few hundred at a time beside other work. Until then whoever reads or
 * moves a case through the log sees it as restated, so nothing waits for this.
 */
export function settleRestated(parts: {
  log: Pick<CaseLog, 'settle'>;
  ownsDeadlines: () => boolean;
  onCommitted: (entries: LogEntry[]) => void;
  onError: (error: unknown) => void;
}): RestatedSettler {
  const { log, ownsDeadlines, onCommitted, onError } = parts;
  let running: Promise<void> | null = null;
  let stopped = false;
  const settleAll = async (): Promise<void> => {
    for (let left = true; left && !stopped && ownsDeadlines();) {
      const begun = performance.now();
      const settled = await log.settle(BATCH);
      if (settled.entries.length > 0) onCommitted(settled.entries);
      left = settled.left;
      const rest = Math.max(LEAST_REST_MS, REST * (performance.now() - begun));
      if (left) await new Promise((resolve) => setTimeout(resolve, rest));
    }
  };
  const begin = (): void => {
    running ??= settleAll()
      .catch(onError)
      .finally(() => (running = null));
  };
  const timer = setInterval(begin, EVERY_MS);
  return {
    begin,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
