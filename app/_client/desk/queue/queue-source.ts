import type { Me } from '#wire/http/me.ts';
import type { WaitingStore } from '../../stores/waiting-store.ts';
import { countByView, filterItems, type QueueFilter, type WordsOf } from './filter.ts';
import { EMPTY_QUEUE, nextQueue, type HeldQueue } from './held-order.ts';
import { listed } from './listed.ts';
import type { QueueItem } from './order.ts';
import { VIEWS } from './queues.ts';
import type { Looked, QueueView } from './view.ts';
import { waitingItems, type WaitingQueueName } from './waiting-order.ts';

/** One of the queues of what waits, as far as it is this officer's business. It is never so long that it needs cards. */
export class WaitingQueue implements QueueView {
  readonly name: WaitingQueueName;
  readonly byTime = true;
  readonly store: WaitingStore;
  readonly #me: Me;
  readonly #now: () => number;
  readonly #wordsOf: WordsOf;
  #held: HeldQueue = EMPTY_QUEUE;

  constructor(name: WaitingQueueName, store: WaitingStore, me: Me, now: () => number, wordsOf: WordsOf) {
    this.name = name;
    this.store = store;
    this.#me = me;
    this.#now = now;
    this.#wordsOf = wordsOf;
  }

  look(filter: QueueFilter, held: boolean): Looked {
    const items = this.#items();
    const passing = filterItems(items, filter, this.#me.id, this.#wordsOf);
    this.#held = nextQueue(this.#held, passing, held);
    return {
      shown: listed(this.#held),
      counts: countByView(items, VIEWS[this.name], this.#me.id),
      late: items.filter(({ late }) => late).length,
      passing: passing.length,
    };
  }

  itemOf(caseId: number): QueueItem | null {
    return this.#items().find((item) => item.caseId === caseId) ?? null;
  }

  toggle(): null {
    return null;
  }

  casesOf(): readonly number[] {
    return [];
  }

  #items(): readonly QueueItem[] {
    return waitingItems(this.name, this.store.rows.values(), this.#me, this.#now());
  }
}
