import type { Resume, Topic } from '#wire/protocol.ts';
import type { Channel, Payload, Stamp, TopicDown } from './channel.ts';

export interface StateSource {
  /** Whether anything changed since the last delta was taken. */
  changed(): boolean;
  /** All of it, as it is now. */
  snapshot(): Payload;
  /** What changed since the last delta; null when nothing did after all. */
  delta(): Payload | null;
}

/** Deltas at most this often; the first after a quiet while goes at once. */
const gapMs = 200;
/** Deltas kept for those who come back: about a minute of a busy city. */
const keptDeltas = 256;
/** A snapshot this young is given again, with the deltas since. */
const snapshotMs = 2_000;

/** An exact topic: one snapshot, then deltas numbered without gaps. */
export class StateChannel implements Channel {
  readonly topic: Topic;
  private readonly epoch: string;
  private readonly source: StateSource;
  private readonly stamp: Stamp;
  private readonly deltas: TopicDown[] = [];
  private lastDelta = -Infinity;
  private kept: { message: TopicDown; pace: number } | null = null;
  private seq = 0;

  constructor(topic: Topic, epoch: string, source: StateSource, stamp: Stamp) {
    this.topic = topic;
    this.epoch = epoch;
    this.source = source;
    this.stamp = stamp;
  }

  get head(): number {
    return this.seq;
  }

  tick(pace: number): void {
    if (pace - this.lastDelta >= gapMs && this.source.changed()) this.flush(pace);
  }

  resume({ epoch, seq }: Resume): number | null {
    return epoch === this.epoch && this.reaches(seq) ? seq : null;
  }

  next(cursor: number | null, pace: number): { messages: TopicDown[]; cursor: number } {
    if (cursor !== null && this.reaches(cursor)) {
      return { messages: this.deltas.slice(this.deltas.length - (this.seq - cursor)), cursor: this.seq };
    }
    const snapshot = this.snapshot(pace);
    const later = this.deltas.slice(this.deltas.length - (this.seq - snapshot.seq));
    return { messages: [snapshot, ...later], cursor: this.seq };
  }

  private reaches(seq: number): boolean {
    return seq <= this.seq && seq >= this.seq - this.deltas.length;
  }

  private snapshot(pace: number): TopicDown {
    const { kept } = this;
    if (kept && this.reaches(kept.message.seq) && pace - kept.pace < snapshotMs) return kept.message;
    // What is not yet numbered must not slip into the snapshot under an older number.
    if (this.source.changed()) this.flush(pace);
    const message = this.message('snapshot', this.source.snapshot());
    this.kept = { message, pace };
    return message;
  }

  private flush(pace: number): void {
    const delta = this.source.delta();
    if (!delta) return;
    this.lastDelta = pace;
    this.seq++;
    this.deltas.push(this.message('delta', delta));
    if (this.deltas.length > keptDeltas) this.deltas.shift();
  }

  private message(type: 'snapshot' | 'delta', payload: Payload): TopicDown {
    const message = { topic: this.topic, epoch: this.epoch, seq: this.seq, ...this.stamp(), ...payload };
    return type === 'delta' ? { type, ...message } : { type, ...message };
  }
}
