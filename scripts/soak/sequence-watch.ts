import * as parser from 'socket.io-msgpack-parser';
import { TOPICS, type Down, type Topic } from '#wire/protocol.ts';

/** What reached a page, told from the frames of its socket. */
export type SequenceFigures = {
  messages: number;
  byTopic: Record<string, number>;
  dropped: string[];
  restarts: number;
};

/**
 * Follows the numbers of everything that a page is told. A state topic's delta that is not the next one, and notices
 * that begin anew within an epoch, were dropped on the way; frames may be skipped, that is their nature.
 */
export class SequenceWatch {
  readonly #decoder = new parser.Decoder();
  readonly #held = new Map<Topic, { epoch: string; seq: number }>();
  readonly figures: SequenceFigures = { messages: 0, byTopic: {}, dropped: [], restarts: 0 };

  constructor() {
    this.#decoder.on('decoded', (packet: { data?: unknown }) => {
      if (Array.isArray(packet.data) && packet.data[0] === 'down') this.take(packet.data[1] as Down);
    });
  }

  /** One binary frame of the socket. */
  frame(bytes: Buffer): void {
    this.#decoder.add(bytes);
  }

  take(message: Down): void {
    if (message.type === 'leave') return;
    const { topic, epoch, seq, type } = message;
    const { figures } = this;
    figures.messages += 1;
    figures.byTopic[topic] = (figures.byTopic[topic] ?? 0) + 1;
    const held = this.#held.get(topic);
    // A connection that was lost goes on from where the page stood; what came twice is no loss.
    this.#held.set(topic, { epoch, seq: held?.epoch === epoch && type === 'delta' ? Math.max(seq, held.seq) : seq });
    if (held !== undefined && held.epoch !== epoch) figures.restarts += 1;
    if (type === 'delta' && (held === undefined || held.epoch !== epoch || seq > held.seq + 1))
      figures.dropped.push(`${topic}: ${seq} after ${held?.seq ?? 'nothing'}`);
    if (held === undefined || held.epoch !== epoch) return;
    if (TOPICS[topic] === 'notice' && type === 'snapshot') figures.dropped.push(`${topic}: begun anew at ${seq}`);
  }
}
