import type { MentionsAnswer } from '#wire/http/mention.ts';
import { Throttle } from '../../stores/throttle.ts';
import { ValueStore } from '../../stores/value-store.ts';

type Parts = {
  readonly read: () => Promise<MentionsAnswer>;
  readonly sayRead: (mentions: MentionsAnswer['mentions']) => Promise<void>;
  /** The server's time, epoch ms. */
  readonly now: () => number;
};

/** Many comments at once ask once. */
const READ_EVERY_MS = 1_000;

/** Comments that name the officer. Null until they were read. */
export class MentionList extends ValueStore<MentionsAnswer | null> {
  readonly #parts: Parts;
  readonly #throttle = new Throttle(READ_EVERY_MS);

  constructor(parts: Parts) {
    super(null);
    this.#parts = parts;
  }

  /** Reads them again soon: a comment was written, or the link is back. */
  lookAgain(): void {
    this.#throttle.run(() => void this.#read());
  }

  /** Marks those of a case as read: the officer has its history before them. */
  readCase(caseNumber: string): void {
    const open = this.value?.mentions.filter((one) => one.caseNumber === caseNumber && one.readAt === null) ?? [];
    this.markRead(open);
  }

  markRead(open: MentionsAnswer['mentions']): void {
    const { value } = this;
    if (value === null || open.length === 0) return;
    const readAt = this.#parts.now();
    const mentions = value.mentions.map((one) => (open.includes(one) ? { ...one, readAt } : one));
    this.set({ unread: Math.max(0, value.unread - open.length), mentions });
    this.#parts.sayRead(open).catch((error: unknown) => {
      console.info('that mentions were read could not be said', error);
      this.lookAgain();
    });
  }

  stop(): void {
    this.#throttle.cancel();
  }

  async #read(): Promise<void> {
    try {
      this.set(await this.#parts.read());
    } catch (error) {
      console.info('the mentions could not be read', error);
    }
  }
}
