import { askForFreshPage } from '../realtime/reload.ts';
import { FaultCount } from './fault-count.ts';

const FIRST_MS = 250;
const LONGEST_MS = 30_000;
const CLOSE_MS = 600_000;

/**
 * When a lost map is made again: at once, then later and later while losses lie close together. More than three within
 * ten minutes are no accident of one map, and a fresh page is asked for.
 */
export class AfterLoss {
  readonly #often = new FaultCount(3, CLOSE_MS);
  readonly #ask: () => void;
  #wait = FIRST_MS;
  #lastAt = -Infinity;

  constructor(ask: () => void = () => askForFreshPage('context')) {
    this.#ask = ask;
  }

  /** Milliseconds to wait now, after a loss at `now` (ms). */
  next(now: number): number {
    this.#wait = now - this.#lastAt > CLOSE_MS ? FIRST_MS : Math.min(LONGEST_MS, this.#wait * 4);
    this.#lastAt = now;
    if (this.#often.add(now)) this.#ask();
    return this.#wait;
  }
}
