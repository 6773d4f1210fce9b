import { Signal } from '../../stores/signal.ts';
import { Throttle } from '../../stores/throttle.ts';
import { countByView, filterItems, NO_FILTER, type QueueFilter, type WordsOf } from './filter.ts';
import { EMPTY_QUEUE, nextQueue, type HeldQueue } from './held-order.ts';
import type { QueueItem } from './order.ts';
import type { QueueSource } from './queue-source.ts';
import { VIEWS, type View } from './queues.ts';

/** Why the order is held: the pointer or the keyboard is inside the list. */
export type Hold = 'pointer' | 'keyboard';

const REDRAW_MS = 250;
/** Lines that time alone makes late are looked at again this often. */
const BY_TIME_MS = 5_000;

/** The officer's view of one live queue: filtered, ordered, held while somebody points at it, with one line selected. */
export class QueueStore extends Signal {
  filter: QueueFilter = NO_FILTER;
  shown: HeldQueue = EMPTY_QUEUE;
  counts: Readonly<Partial<Record<View, number>>> = {};
  /** Lines whose instant has passed, filtered or not. */
  late = 0;
  /** Lines that pass the filter now, held or not. */
  passing = 0;
  /** Id of the selected line. */
  selected: string | null = null;
  readonly source: QueueSource;
  readonly #me: string;
  readonly #wordsOf: WordsOf;
  readonly #holds = new Set<Hold>();
  readonly #redraw = new Throttle(REDRAW_MS);

  /** `me`: id of the officer, as alerts name who has taken them. */
  constructor(source: QueueSource, me: string, wordsOf: WordsOf) {
    super();
    this.source = source;
    this.#me = me;
    this.#wordsOf = wordsOf;
  }

  get held(): boolean {
    return this.#holds.size > 0;
  }

  /** Whether the keyboard is in the list. */
  get hasKeyboard(): boolean {
    return this.#holds.has('keyboard');
  }

  /** Follows what is live until the returned function is called. */
  start(): () => void {
    this.#draw();
    const stop = this.source.store.subscribe(() => this.#redraw.run(() => this.#draw()));
    const timer = this.source.byTime ? setInterval(() => this.#draw(), BY_TIME_MS) : undefined;
    return () => {
      stop();
      clearInterval(timer);
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

  /** Goes out of sight: nothing holds it any more. What held it, to be handed to the queue that takes its place. */
  leave(): readonly Hold[] {
    const holds = [...this.#holds];
    for (const why of holds) this.hold(why, false);
    return holds;
  }

  /** Lets waiting lines in and orders everything anew, without letting go. */
  merge(): void {
    this.#draw(false);
  }

  setFilter(change: Partial<QueueFilter>): void {
    this.filter = { ...this.filter, ...change };
    this.#draw(false);
  }

  select(id: string | null): void {
    if (id === this.selected) return;
    this.selected = id;
    this.changed();
  }

  /** Selects the line of a case; of several the one that is selected already, else the first. */
  selectCase(caseId: number): void {
    if (this.selectedItem?.caseId === caseId) return;
    const line = this.shown.lines.find(({ item }) => item.caseId === caseId);
    if (line !== undefined) this.select(line.item.id);
  }

  /** Moves the selection by so many lines; from nowhere it starts at an end. Returns the selected line. */
  step(by: 1 | -1): QueueItem | null {
    const { lines } = this.shown;
    if (lines.length === 0) return null;
    const at = lines.findIndex(({ item }) => item.id === this.selected);
    const next = at === -1 ? (by === 1 ? 0 : lines.length - 1) : Math.min(lines.length - 1, Math.max(0, at + by));
    const item = lines[next]?.item ?? null;
    this.select(item?.id ?? null);
    return item;
  }

  get selectedItem(): QueueItem | null {
    return this.shown.lines.find(({ item }) => item.id === this.selected)?.item ?? null;
  }

  /** The line of a case as it is now, whatever passes the filter; null when it has none. */
  itemOf(caseId: number): QueueItem | null {
    return this.source.items().find((item) => item.caseId === caseId) ?? null;
  }

  #draw(held = this.held): void {
    const items = this.source.items();
    const passing = filterItems(items, this.filter, this.#me, this.#wordsOf);
    this.counts = countByView(items, VIEWS[this.source.name], this.#me);
    this.late = items.filter(({ late }) => late).length;
    this.passing = passing.length;
    this.shown = nextQueue(this.shown, passing, held);
    this.changed();
  }
}
