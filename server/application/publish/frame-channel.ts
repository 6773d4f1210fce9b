import type { Topic } from '#wire/protocol.ts';
import type { Channel, Payload, Stamp, TopicDown } from './channel.ts';

/** A new picture: `full` for whoever holds none or missed one, `step` (if any) for those who hold the one before. */
export type Frame = { full: () => Payload; step?: Payload };

export interface FrameSource {
  /** At most one frame in this many milliseconds. */
  readonly everyMs: number;
  /** A new frame, null when nothing changed for the eye. */
  make(): Frame | null;
}

/** A topic of which only the latest counts. Nothing is made while nobody asks. */
export class FrameChannel implements Channel {
  readonly topic: Topic;
  private readonly epoch: string;
  private readonly source: FrameSource;
  private readonly stamp: Stamp;
  private lastMade = -Infinity;
  private seq = 0;
  private latest: { frame: Frame; at: number; dataAt: number; full?: TopicDown; step?: TopicDown } | null = null;

  constructor(topic: Topic, epoch: string, source: FrameSource, stamp: Stamp) {
    this.topic = topic;
    this.epoch = epoch;
    this.source = source;
    this.stamp = stamp;
  }

  get head(): number {
    return this.seq;
  }

  tick(pace: number): void {
    if (pace - this.lastMade < this.source.everyMs) return;
    this.lastMade = pace;
    const frame = this.source.make();
    if (!frame) return;
    this.seq++;
    this.latest = { frame, ...this.stamp() };
  }

  /** The latest is all that is ever needed. */
  resume(): null {
    return null;
  }

  next(cursor: number | null, pace: number): { messages: TopicDown[]; cursor: number } {
    if (cursor === null) this.tick(pace);
    const { latest } = this;
    if (!latest || cursor === this.seq) return { messages: [], cursor: this.seq };
    const { frame } = latest;
    const message =
      frame.step && cursor === this.seq - 1
        ? (latest.step ??= this.message(frame.step, latest))
        : (latest.full ??= this.message(frame.full(), latest));
    return { messages: [message], cursor: this.seq };
  }

  private message(payload: Payload, { at, dataAt }: { at: number; dataAt: number }): TopicDown {
    return { type: 'frame', topic: this.topic, epoch: this.epoch, seq: this.seq, at, dataAt, ...payload };
  }
}
