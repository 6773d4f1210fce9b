import type { Down, Resume, Topic } from '#wire/protocol.ts';

export type TopicDown = Exclude<Down, { type: 'leave' }>;

/** The content of a message: text topics have a body, binary ones bytes. */
export type Payload = { body: unknown; bytes?: undefined } | { body?: undefined; bytes: Uint8Array };

/** Where a message's times come from. */
export type Stamp = () => { at: number; dataAt: number };

/**
 * One topic for one scope, shared by all who may see the same. A subscriber is a number into it: null holds nothing,
 * `head` holds everything. First connect, resume and a screen that fell behind are all `next` from some number.
 */
export interface Channel {
  readonly topic: Topic;
  readonly head: number;
  /** Makes what is due at a real-time instant (ms). */
  tick(pace: number): void;
  /** The number to go on from for somebody who says where they stand; null when that is not known here. */
  resume(from: Resume): number | null;
  /** What somebody at `cursor` lacks, oldest first, and where they stand with it. */
  next(cursor: number | null, pace: number): { messages: readonly Down[]; cursor: number };
}
