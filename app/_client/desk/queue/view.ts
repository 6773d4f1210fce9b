import type { QueueFilter } from './filter.ts';
import type { QueueItem } from './order.ts';
import type { QueueName, View } from './queues.ts';
import type { Shown } from './shown.ts';

/** What a look at a queue gives. */
export type Looked = {
  readonly shown: Shown;
  /** Lines of each view, the other filters aside. */
  readonly counts: Readonly<Partial<Record<View, number>>>;
  /** Lines whose instant has passed, filtered or not. */
  readonly late: number;
  /** Lines that pass the filter now, held or not. */
  readonly passing: number;
};

/** A queue as it can be looked at: filtered, in order, held. */
export interface QueueView {
  readonly name: QueueName;
  readonly store: { readonly version: number; subscribe(listener: () => void): () => void };
  /** Whether time alone changes it: it is looked at again every few seconds. */
  readonly byTime: boolean;
  /** Looks anew. While `held` nothing on screen changes its place. */
  look(filter: QueueFilter, held: boolean): Looked;
  /** The line of a case as it is now, whatever passes the filter; null when it has none. */
  itemOf(caseId: number): QueueItem | null;
  /** Opens or closes a card where it stands; what is shown after it. Null where there is no such card. */
  toggle(cardId: string): Shown | null;
  /** Ids of the cases of a card, worst first. */
  casesOf(cardId: string): readonly number[];
}
