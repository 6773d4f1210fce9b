import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { ValueStore } from '../../stores/value-store.ts';

/**
 * The case in the middle. `detail` stays while it is being read again, so that nothing blinks; `receivedAt` is server
 * time (epoch ms) of the answer. missing: no such case, or not in this officer's reach.
 */
export type OpenCaseState =
  | { readonly phase: 'none' }
  | { readonly phase: 'loading'; readonly number: string }
  | { readonly phase: 'ready'; readonly number: string; readonly detail: CaseDetailAnswer; readonly receivedAt: number }
  | { readonly phase: 'missing'; readonly number: string }
  | { readonly phase: 'failed'; readonly number: string };

/** What reading a case gives: the case, null where there is none. Throws when the server cannot be asked. */
export type ReadCase = (number: string) => Promise<CaseDetailAnswer | null>;

/** Holds the open case and reads it anew when told that it changed. Only the newest answer counts. */
export class OpenCase extends ValueStore<OpenCaseState> {
  readonly #read: ReadCase;
  readonly #now: () => number;
  #asked = 0;

  constructor(read: ReadCase, now: () => number) {
    super({ phase: 'none' });
    this.#read = read;
    this.#now = now;
  }

  get detail(): CaseDetailAnswer | null {
    return this.value.phase === 'ready' ? this.value.detail : null;
  }

  get number(): string | null {
    return this.value.phase === 'none' ? null : this.value.number;
  }

  /** Opens a case by its number; opening the open one reads it again. */
  open(number: string): Promise<void> {
    if (this.number !== number) this.set({ phase: 'loading', number });
    return this.refresh();
  }

  close(): void {
    this.#asked += 1;
    this.set({ phase: 'none' });
  }

  /** Reads the open case again unless what is shown is as new as `version`. */
  async refresh(version = Infinity): Promise<void> {
    const { number } = this;
    if (number === null || (this.detail?.summary.version ?? -1) >= version) return;
    this.#asked += 1;
    const asked = this.#asked;
    const next = await this.#answer(number);
    if (asked !== this.#asked) return;
    if (next.phase === 'failed' && this.value.phase === 'ready') return;
    this.set(next);
  }

  async #answer(number: string): Promise<OpenCaseState> {
    try {
      const detail = await this.#read(number);
      return detail === null
        ? { phase: 'missing', number }
        : { phase: 'ready', number, detail, receivedAt: this.#now() };
    } catch (error) {
      console.info(`case ${number} could not be read`, error);
      return { phase: 'failed', number };
    }
  }
}
