/**
 * Something that changes and says so: the base of every client store. It holds no React and no copies; readers compare
 * `version` and read the store's own fields.
 */
export class Signal {
  /** Grows by one with every change. */
  version = 0;
  readonly #listeners = new Set<() => void>();

  /** Calls `listener` after every change until the returned function is called. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** To be called by the store itself, after it changed. */
  protected changed(): void {
    this.version += 1;
    for (const listener of [...this.#listeners]) listener();
  }
}
