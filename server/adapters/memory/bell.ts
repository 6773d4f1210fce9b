import type { LogBell } from '#application/ports.ts';

/** Several nodes in one process hear one another: the twin of the bell over Redis. Nobody hears its own ring. */
export class MemoryBells {
  private readonly listeners = new Map<(position: number) => void, LogBell>();

  /** The bell of one more node. */
  bell(): LogBell {
    const bell: LogBell = {
      ring: (position) => {
        for (const [listener, owner] of this.listeners) if (owner !== bell) setImmediate(() => listener(position));
      },
      onRing: (listener) => {
        this.listeners.set(listener, bell);
        return () => void this.listeners.delete(listener);
      },
    };
    return bell;
  }
}
