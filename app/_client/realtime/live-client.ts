import type { Command, CommandResult } from '#wire/command.ts';
import type { Ack, Down, Topic } from '#wire/protocol.ts';
import { Link, type Face } from './link.ts';
import { TopicCursor } from './topic-cursor.ts';

export type TopicMessage = Exclude<Down, { type: 'leave' }> & { body?: unknown; bytes?: Uint8Array };
/**
 * Takes a topic's messages in order, each once. 'again' says that it does not fit what the reader holds: everything is
 * asked for anew. A throw is a message that cannot be read: the same, a little later.
 */
export type TopicReader = (message: TopicMessage) => void | 'again';

const SUBSCRIBE_AGAIN_MS = 2_000;

/**
 * Topics and commands over the page's link. Every topic has one reader (its store); a gap, a new epoch or a new
 * connection all end in the same subscribe-with-resume.
 */
export class LiveClient {
  readonly link: Link;
  /** `again`: something was missed while the answer to the last asking was on its way. */
  readonly #topics = new Map<Topic, { cursor: TopicCursor; read: TopicReader; asking: boolean; again: boolean }>();
  #commandCount = 0;

  constructor(options: { face: Face; build: string; url?: string; place?: string; auth?: Record<string, string> }) {
    this.link = new Link({
      ...options,
      onReady: () => {
        for (const topic of this.#topics.keys()) void this.#subscribe(topic);
      },
      onDown: (message) => this.#route(message),
    });
  }

  /** Follows a topic until the returned function is called. */
  follow(topic: Topic, read: TopicReader): () => void {
    this.#topics.set(topic, { cursor: new TopicCursor(topic), read, asking: false, again: false });
    if (this.link.state.value.phase === 'live') void this.#subscribe(topic);
    return () => {
      this.#topics.delete(topic);
      if (this.link.state.value.phase === 'live') void this.link.ask('unsubscribe', { topic });
    };
  }

  /** Carries out a person's act. Refusals come back as values; a lost link is `retry-later`. */
  command(command: Command): Promise<Ack<CommandResult>> {
    this.#commandCount += 1;
    return this.link.ask<'command', CommandResult>('command', { id: `${Date.now()}-${this.#commandCount}`, command });
  }

  #route(message: Down): void {
    if (message.type === 'leave') return;
    const followed = this.#topics.get(message.topic);
    if (followed === undefined) return;
    const verdict = followed.cursor.accept(message);
    if (verdict === 'gap') void this.#subscribe(message.topic);
    if (verdict !== 'apply') return;
    try {
      if (followed.read(message) !== 'again') return;
      followed.cursor.forget();
      void this.#subscribe(message.topic);
    } catch (error) {
      console.error(`topic ${message.topic}: unreadable ${message.type}, asked for anew`, error);
      followed.cursor.forget();
      setTimeout(() => void this.#subscribe(message.topic), SUBSCRIBE_AGAIN_MS);
    }
  }

  async #subscribe(topic: Topic): Promise<void> {
    const followed = this.#topics.get(topic);
    if (followed === undefined) return;
    if (followed.asking) {
      followed.again = true;
      return;
    }
    followed.asking = true;
    followed.again = false;
    const resume = followed.cursor.resume;
    const answer = await this.link.ask('subscribe', resume === undefined ? { topic } : { topic, resume });
    followed.asking = false;
    if (followed.again && (answer.ok || answer.error === 'retry-later')) return this.#subscribe(topic);
    if (answer.ok || answer.error === 'not-allowed' || answer.error === 'unknown-topic') return;
    setTimeout(() => {
      if (this.link.state.value.phase === 'live') void this.#subscribe(topic);
    }, answer.retryAfterMs ?? SUBSCRIBE_AGAIN_MS);
  }
}
