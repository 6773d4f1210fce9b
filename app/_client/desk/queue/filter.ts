import type { Stage } from '#domain/case/stage.ts';
import type { AlertRow } from '#wire/figures.ts';
import type { QueueItem } from './order.ts';

export const HOLDERS = ['all', 'untaken', 'mine'] as const;
export type Holder = (typeof HOLDERS)[number];

/** What the queue shows. Null or empty: everything. */
export type QueueFilter = {
  readonly holder: Holder;
  readonly text: string;
  readonly district: string | null;
  readonly stage: Stage | null;
};

export const NO_FILTER: QueueFilter = { holder: 'all', text: '', district: null, stage: null };

/** The words by which an alert is found: number, category, place, department, whoever has taken it; in both languages. */
export type WordsOf = (row: AlertRow) => string;

/** The lines that pass. Every word of the text must be found; capitals do not matter. */
export function filterItems(
  items: readonly QueueItem[],
  filter: QueueFilter,
  me: string | null,
  wordsOf: WordsOf,
): readonly QueueItem[] {
  const wanted = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (filter.holder === 'all' && wanted.length === 0 && filter.district === null && filter.stage === null) return items;
  return items.filter((item) => {
    const row = item.worst;
    if (!isHeldBy(item, filter.holder, me)) return false;
    if (filter.district !== null && row.districtCode !== filter.district) return false;
    if (filter.stage !== null && row.stage !== filter.stage) return false;
    if (wanted.length === 0) return true;
    const words = wordsOf(row).toLowerCase();
    return wanted.every((word) => words.includes(word));
  });
}

/** How many lines each tab would show, the other filters aside. */
export function countByHolder(items: readonly QueueItem[], me: string | null): Record<Holder, number> {
  const counts = { all: items.length, untaken: 0, mine: 0 };
  for (const item of items) {
    if (isHeldBy(item, 'untaken', me)) counts.untaken += 1;
    else if (isHeldBy(item, 'mine', me)) counts.mine += 1;
  }
  return counts;
}

function isHeldBy(item: QueueItem, holder: Holder, me: string | null): boolean {
  if (holder === 'all') return true;
  if (holder === 'mine') return me !== null && item.worst.takenBy === me;
  return item.worst.takenBy === null;
}
