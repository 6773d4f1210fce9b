/** The source whose reports are probes: they count for nothing but the time that they take. */
export const CANARY_SOURCE = 'canary';

/** A probe as it came in. Instants in epoch ms on the platform's clock. */
export type CanaryMark = {
  /** Its sender's id for it. */
  name: string;
  sentAt: number;
  /** When the public ingest took it. */
  receivedAt: number;
};

/** A probe that is stored. `no` counts all there ever were. */
export type Canary = CanaryMark & { no: number };
