import type { Notice } from '#wire/protocol.ts';

/** Passes short news on to whoever listens; keeps none, since the topics themselves hold the state. */
export class NoticeStore {
  readonly #listeners = new Set<(notice: Notice) => void>();

  /** Calls `listener` for every notice from now on. */
  follow(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  push(notices: readonly Notice[]): void {
    for (const notice of notices) for (const listener of [...this.#listeners]) listener(notice);
  }
}
