import type { BeatShare } from '#application/publish/live-parts.ts';

/** Several nodes in one process tell one another beats: the twin of the share over Redis. */
export class MemoryBeatShares {
  private readonly listeners = new Map<Parameters<BeatShare['onBeat']>[0], BeatShare>();

  /** The share of one more node. */
  beatShare(): BeatShare {
    const share: BeatShare = {
      share: (beat) => {
        for (const [listener, owner] of this.listeners) {
          if (owner !== share) setImmediate(() => listener(beat));
        }
      },
      onBeat: (listener) => {
        this.listeners.set(listener, share);
        return () => void this.listeners.delete(listener);
      },
    };
    return share;
  }
}
