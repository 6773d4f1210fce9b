/** Why a page makes room for a fresh one. */
export type SickReason =
  'build' | 'protocol' | 'age' | 'heap' | 'frames' | 'blocked' | 'faults' | 'context' | 'code' | 'crash' | 'silent';

export type RenewalParts = {
  /** Prepares a second page out of sight and shows it once it is painted; false: it did not get that far. */
  replace: (why: SickReason) => Promise<boolean>;
  /** Loads the whole page again: the last means, since it can be seen. */
  reload: () => void;
  /** Resolves when the server is ready to give a page. */
  serverAnswers: () => Promise<void>;
  wait: (ms: number) => Promise<void>;
  now: () => number;
  random: () => number;
};

/** What hurts nobody yet is spread over all screens, so that a server with a new build is not asked by all at once. */
const SPREAD_MS: Readonly<Record<SickReason, number>> = {
  build: 30_000,
  protocol: 30_000,
  age: 600_000,
  heap: 60_000,
  faults: 5_000,
  blocked: 5_000,
  frames: 0,
  context: 0,
  code: 0,
  crash: 0,
  silent: 0,
};
const NOT_MORE_OFTEN_THAN_MS = 60_000;
const AFTER_FAILURE_MS = [10_000, 30_000, 60_000, 300_000] as const;

/**
 * Makes a page anew behind the one that is shown: one at a time, not more often than once a minute, never before the
 * server answers. After five failures on end (one, where no
 * frames are drawn at all) the whole page is loaded again.
 */
export class Renewal {
  readonly #parts: RenewalParts;
  #running = false;
  #lastAt = -Infinity;

  constructor(parts: RenewalParts) {
    this.#parts = parts;
  }

  /** Resolves when a fresh page is shown; at once when one is being prepared already. */
  async ask(why: SickReason): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      await this.#renew(why);
    } finally {
      this.#running = false;
    }
  }

  async #renew(why: SickReason): Promise<void> {
    const { replace, reload, serverAnswers, wait, now, random } = this.#parts;
    const spread = random() * SPREAD_MS[why];
    await wait(Math.max(spread, this.#lastAt + NOT_MORE_OFTEN_THAN_MS - now(), 0));
    // A page that draws no frames at all would not paint a second one either.
    for (const pause of why === 'frames' ? [] : AFTER_FAILURE_MS) {
      await serverAnswers();
      this.#lastAt = now();
      if (await replace(why)) return;
      await wait(pause);
    }
    await serverAnswers();
    if (await replace(why)) return;
    reload();
  }
}
