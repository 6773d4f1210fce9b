import { Signal } from '../../stores/signal.ts';
import { Throttle } from '../../stores/throttle.ts';
import { NO_FILTER, type QueueFilter } from './filter.ts';
import { EMPTY_QUEUE } from './held-order.ts';
import { listed } from './listed.ts';
import { Marks } from './marks.ts';
import type { QueueItem } from './order.ts';
import type { View } from './queues.ts';
import type { Card, Shown } from './shown.ts';
import type { QueueView } from './view.ts';

/** Why the order is held: the pointer or the keyboard is inside the list. */
export type Hold = 'pointer' | 'keyboard';

const REDRAW_MS = 250;
/** What time alone changes is looked at again this often. */
const BY_TIME_MS = 5_000;

/** The officer's view of one live queue: filtered, ordered, held while somebody points at it, with one row selected. */
export class QueueStore extends Signal {
  filter: QueueFilter = NO_FILTER;
  shown: Shown = listed(EMPTY_QUEUE);
  counts: Readonly<Partial<Record<View, number>>> = {};
  /** Lines whose instant has passed, filtered or not. */
  late = 0;
  /** Lines that pass the filter now, held or not. */
  passing = 0;
  /** Id of the selected line or card. */
  selected: string | null = null;
  /** Cases that are picked for an act on all of them. */
  readonly marks = new Marks();
  readonly source: QueueView;
  readonly #holds = new Set<Hold>();
  readonly #redraw = new Throttle(REDRAW_MS);

  constructor(source: QueueView) {
    super();
    this.source = source;
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

  /** Looks anew at the next turn: something beside the lines changed that they are folded by. */
  lookAgain(): void {
    this.#redraw.run(() => this.#draw());
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
    const at = this.shown.indexOfCase(caseId);
    if (at !== -1) this.select(this.shown.keyAt(at));
  }

  /**
   * Moves the selection by so many lines and cards; from nowhere it starts at an end. With `marking` what is left and what
   * is reached are picked. What is selected then.
   */
  step(by: 1 | -1, marking = false): QueueItem | Card | null {
    const { shown } = this;
    const from = this.selected === null ? -1 : shown.indexOf(this.selected);
    if (marking && from !== -1) this.#markRow(from, true);
    let at = from === -1 ? (by === 1 ? 0 : shown.length - 1) : from + by;
    while (at >= 0 && at < shown.length && shown.isHeading(at)) at += by;
    if (at < 0 || at >= shown.length) at = from;
    if (at === -1 || shown.length === 0) return null;
    if (marking) this.#markRow(at, true);
    this.selected = shown.keyAt(at);
    this.changed();
    return this.selectedCard ?? this.selectedItem;
  }

  get selectedItem(): QueueItem | null {
    const row = this.selected === null ? null : this.shown.rowAt(this.shown.indexOf(this.selected));
    return row?.kind === 'line' ? row.line.item : null;
  }

  get selectedCard(): Card | null {
    const row = this.selected === null ? null : this.shown.rowAt(this.shown.indexOf(this.selected));
    return row?.kind === 'card' ? row.card : null;
  }

  /** The line of a case as it is now, whatever passes the filter; null when it has none. */
  itemOf(caseId: number): QueueItem | null {
    return this.source.itemOf(caseId);
  }

  /** Opens or closes a card where it stands. */
  toggle(cardId: string): void {
    const shown = this.source.toggle(cardId);
    if (shown === null) return;
    this.shown = shown;
    this.changed();
  }

  /** Picks a line, or all lines of a card, or lets them go when they are picked already. */
  mark(id: string): void {
    const at = this.shown.indexOf(id);
    if (at !== -1) this.#markRow(at, !this.#isMarked(at));
    this.marks.anchor = id;
    this.changed();
  }

  /** Picks everything from what was picked last to a line or card. */
  markTo(id: string): void {
    const to = this.shown.indexOf(id);
    const anchor = this.marks.anchor ?? this.selected;
    const from = anchor === null ? to : this.shown.indexOf(anchor);
    if (to === -1) return;
    for (let at = Math.min(from === -1 ? to : from, to); at <= Math.max(from, to); at++)
      if (!this.shown.isHeading(at)) this.#markRow(at, true);
    this.changed();
  }

  unmark(): void {
    this.marks.clear();
    this.changed();
  }

  /** Cases of a row: its own, or all of its card. */
  casesAt(at: number): readonly number[] {
    const row = this.shown.rowAt(at);
    if (row?.kind === 'card') return this.source.casesOf(row.card.id);
    return row?.kind === 'line' ? [row.line.item.caseId] : [];
  }

  #isMarked(at: number): boolean {
    const cases = this.casesAt(at);
    return cases.length > 0 && cases.every((caseId) => this.marks.has(caseId));
  }

  #markRow(at: number, on: boolean): void {
    this.marks.set(this.casesAt(at), on);
  }

  #draw(held = this.held): void {
    const looked = this.source.look(this.filter, held);
    this.counts = looked.counts;
    this.late = looked.late;
    this.passing = looked.passing;
    this.shown = looked.shown;
    this.changed();
  }
}
