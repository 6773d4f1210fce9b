import type { AlertStore } from '../../stores/alert-store.ts';
import { Signal } from '../../stores/signal.ts';
import { Throttle } from '../../stores/throttle.ts';
import { countByHolder, filterItems, NO_FILTER, type Holder, type QueueFilter, type WordsOf } from './filter.ts';
import { EMPTY_QUEUE, nextQueue, type HeldQueue } from './held-order.ts';
import { queueItems, type QueueItem } from './order.ts';

/** Why the order is held: the pointer or the keyboard is inside the list. */
export type Hold = 'pointer' | 'keyboard';

const REDRAW_MS = 250;

/** The officer's view of the live alerts: filtered, ordered, held while somebody points at it, with one line selected. */
export class QueueStore extends Signal {
  filter: QueueFilter = NO_FILTER;
  shown: HeldQueue = EMPTY_QUEUE;
  counts: Readonly<Record<Holder, number>> = { all: 0, untaken: 0, mine: 0 };
  /** Lines that pass the filter now, held or not. */
  passing = 0;
  selected: number | null = null;
  readonly #alerts: AlertStore;
  readonly #me: string;
  readonly #wordsOf: WordsOf;
  readonly #holds = new Set<Hold>();
  readonly #redraw = new Throttle(REDRAW_MS);

  /** `me`: id of the officer, as alerts name who has taken them. */
  constructor(alerts: AlertStore, me: string, wordsOf: WordsOf) {
    super();
    this.#alerts = alerts;
    this.#me = me;
    this.#wordsOf = wordsOf;
  }

  get held(): boolean {
    return this.#holds.size > 0;
  }

  /** Follows the alerts until the returned function is called. */
  start(): () => void {
    this.#draw();
    const stop = this.#alerts.subscribe(() => this.#redraw.run(() => this.#draw()));
    return () => {
      stop();
      this.#redraw.cancel();
    };
  }

  hold(why: Hold, on: boolean): void {
    const before = this.held;
    if (on) this.#holds.add(why);
    else this.#holds.delete(why);
    if (before === this.held) return;
    this.#draw();
  }

  /** Lets waiting lines in and orders everything anew, without letting go. */
  merge(): void {
    this.#draw(false);
  }

  setFilter(change: Partial<QueueFilter>): void {
    this.filter = { ...this.filter, ...change };
    this.#draw(false);
  }

  select(caseId: number | null): void {
    if (caseId === this.selected) return;
    this.selected = caseId;
    this.changed();
  }

  /** Moves the selection by so many lines; from nowhere it starts at an end. Returns the selected line. */
  step(by: 1 | -1): QueueItem | null {
    const { lines } = this.shown;
    if (lines.length === 0) return null;
    const at = lines.findIndex(({ item }) => item.caseId === this.selected);
    const next = at === -1 ? (by === 1 ? 0 : lines.length - 1) : Math.min(lines.length - 1, Math.max(0, at + by));
    const item = lines[next]?.item ?? null;
    this.select(item?.caseId ?? null);
    return item;
  }

  get selectedItem(): QueueItem | null {
    return this.shown.lines.find(({ item }) => item.caseId === this.selected)?.item ?? null;
  }

  /** The alerts of a case, worst first; empty when it has none. */
  alertsOf(caseId: number): QueueItem | null {
    return this.#live().find((item) => item.caseId === caseId) ?? null;
  }

  #items: { version: number; items: readonly QueueItem[] } = { version: -1, items: [] };

  #live(): readonly QueueItem[] {
    if (this.#items.version !== this.#alerts.version) {
      this.#items = { version: this.#alerts.version, items: queueItems(this.#alerts.rows.values()) };
    }
    return this.#items.items;
  }

  #draw(held = this.held): void {
    const items = this.#live();
    const passing = filterItems(items, this.filter, this.#me, this.#wordsOf);
    this.counts = countByHolder(items, this.#me);
    this.passing = passing.length;
    this.shown = nextQueue(this.shown, passing, held);
    this.changed();
  }
}
