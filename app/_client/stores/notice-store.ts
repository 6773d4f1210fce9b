import type { Notice } from '#wire/protocol.ts';

/** Passes short news on to whoever listens; keeps none, since the topics themselves hold the state. */
export class NoticeStore {
  readonly #listeners = new Set<(notice: Notice) => void>();
  readonly #onBegun = new Set<() => void>();

  /** Calls `listener` for every notice from now on. */
  follow(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /**
   * Calls `listener` whenever notices begin anew: what happened until then nobody here was told of, so what was read
   * before has to be read again.
   */
  onBegun(listener: () => void): () => void {
    this.#onBegun.add(listener);
    return () => {
      this.#onBegun.delete(listener);
    };
  }

  /** @param begins whether notices before these may have been missed. */
  push(notices: readonly Notice[], begins: boolean): void {
    if (begins) for (const listener of [...this.#onBegun]) listener();
    for (const notice of notices) for (const listener of [...this.#listeners]) listener(notice);
  }
}
