import type { QueueStore } from './queue-store.ts';

/** What the pane draws of the queue: a new object when any of it changed. */
export type QueuePicture = Pick<
  QueueStore,
  'filter' | 'shown' | 'counts' | 'late' | 'passing' | 'selected' | 'held'
> & {
  /** Cases that are picked. */
  readonly marked: ReadonlySet<number>;
};
