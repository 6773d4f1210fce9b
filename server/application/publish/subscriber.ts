import type { Down } from '#wire/protocol.ts';

/**
 * One connected screen or desk, as the hub knows it. The same `Down` object goes to everybody who may see it, so an
 * adapter may keep what it encoded by the object's identity.
 */
export interface Subscriber {
  isOpen(): boolean;
  /** Bytes handed over and not yet taken by the other side's network. */
  backlogBytes(): number;
  /** Hands one message over; must not wait. */
  send(message: Down): void;
  /** Ends the connection. */
  close(): void;
}

/** Real time for cadences and patience, apart from the platform's clock that a replay may run faster. */
export interface Pace {
  /** Milliseconds on a clock that never steps. */
  now(): number;
  /** Runs again and again until the returned function is called. */
  every(ms: number, run: () => void): () => void;
  /** Runs once after what is going on now, before anything waits. */
  soon(run: () => void): void;
}

export const realPace: Pace = {
  now: () => performance.now(),
  every: (ms, run) => {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
  soon: (run) => void setImmediate(run),
};
