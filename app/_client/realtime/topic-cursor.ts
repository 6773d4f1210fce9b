import { TOPICS, type Down, type Resume, type Topic } from '#wire/protocol.ts';

type TopicMessage = Exclude<Down, { type: 'leave' }>;

/** What to do with a message: use it, drop it as known, or ask again because something is missing before it. */
export type Verdict = 'apply' | 'ignore' | 'gap';

/** Where this page stands in one topic. First connect, dropped link and restarted server all go through it. */
export class TopicCursor {
  readonly topic: Topic;
  #epoch: string | null = null;
  #seq = -1;

  constructor(topic: Topic) {
    this.topic = topic;
  }

  /** What to send with a subscription: nothing held, nothing said. A frame topic never resumes: the latest wins. */
  get resume(): Resume | undefined {
    if (this.#epoch === null || TOPICS[this.topic] === 'frame') return undefined;
    return { epoch: this.#epoch, seq: this.#seq };
  }

  /** Judges a message and, where it is to be used, moves on. */
  accept(message: TopicMessage): Verdict {
    const sameEpoch = message.epoch === this.#epoch;
    if (message.type === 'delta') {
      if (!sameEpoch || message.seq > this.#seq + 1) return 'gap';
      if (message.seq <= this.#seq) return 'ignore';
    } else if (message.type !== 'snapshot' && sameEpoch && message.seq <= this.#seq) {
      return 'ignore';
    }
    this.#epoch = message.epoch;
    this.#seq = message.seq;
    return 'apply';
  }

  /** Holds nothing any more: the next subscription asks for everything. */
  forget(): void {
    this.#epoch = null;
    this.#seq = -1;
  }
}
