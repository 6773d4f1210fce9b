import type { Me } from '#wire/http/me.ts';
import type { AlertStore } from '../../stores/alert-store.ts';
import type { WaitingStore } from '../../stores/waiting-store.ts';
import { queueItems, type QueueItem } from './order.ts';
import { waitingItems, type WaitingQueueName } from './waiting-order.ts';
import type { QueueName } from './queues.ts';

/** Where a queue has its lines from. */
export type QueueSource = {
  readonly name: QueueName;
  readonly store: { readonly version: number; subscribe(listener: () => void): () => void };
  /** All lines in the order they are worked off. */
  items(): readonly QueueItem[];
  /** Whether time alone changes them: they are looked at again every few seconds. */
  readonly byTime: boolean;
};

/** The alerts, one line a case. */
export class AlertQueue implements QueueSource {
  readonly name = 'alerts';
  readonly byTime = false;
  readonly store: AlertStore;
  #made: { version: number; items: readonly QueueItem[] } = { version: -1, items: [] };

  constructor(store: AlertStore) {
    this.store = store;
  }

  items(): readonly QueueItem[] {
    if (this.#made.version !== this.store.version) {
      this.#made = { version: this.store.version, items: queueItems(this.store.rows.values()) };
    }
    return this.#made.items;
  }
}

/** One of the queues of what waits, as far as it is this officer's business. */
export class WaitingQueue implements QueueSource {
  readonly name: WaitingQueueName;
  readonly byTime = true;
  readonly store: WaitingStore;
  readonly #me: Me;
  readonly #now: () => number;

  constructor(name: WaitingQueueName, store: WaitingStore, me: Me, now: () => number) {
    this.name = name;
    this.store = store;
    this.#me = me;
    this.#now = now;
  }

  items(): readonly QueueItem[] {
    return waitingItems(this.name, this.store.rows.values(), this.#me, this.#now());
  }
}
