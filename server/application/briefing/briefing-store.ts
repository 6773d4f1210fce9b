import type { BriefingList } from '#domain/briefing/briefing-list.ts';

/** Keeps lists of briefings. Rejects with StoreUnavailable. */
export interface BriefingStore {
  /** Somebody's own lists and those that others share, the last changed first, at most so many. */
  readable(owner: string, most: number): Promise<BriefingList[]>;
  get(id: string): Promise<BriefingList | null>;
  count(owner: string): Promise<number>;
  /** Stores a list in place of its owner's version `before` (0: none). False when another stands there. */
  put(list: BriefingList, before: number): Promise<boolean>;
  remove(id: string, owner: string): Promise<boolean>;
}
