import type { FixShare } from '#application/publish/live-parts.ts';

/** Several nodes in one process tell one another positions: the twin of the share over Redis. */
export class MemoryFixShares {
  private readonly listeners = new Map<Parameters<FixShare['onFixes']>[0], FixShare>();

  /** The share of one more node. */
  fixShare(): FixShare {
    const share: FixShare = {
      share: (fixes, receivedAt) => {
        for (const [listener, owner] of this.listeners) {
          if (owner !== share) setImmediate(() => listener(fixes, receivedAt));
        }
      },
      onFixes: (listener) => {
        this.listeners.set(listener, share);
        return () => void this.listeners.delete(listener);
      },
    };
    return share;
  }
}
