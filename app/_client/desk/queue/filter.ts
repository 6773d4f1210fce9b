import type { Stage } from '#domain/case/stage.ts';
import type { Grouping } from './alerts/grouping.ts';
import type { QueueItem } from './order.ts';
import type { View } from './queues.ts';

/** What a queue shows, and how it is folded into cards. Null or empty: everything. */
export type QueueFilter = {
  readonly view: View;
  readonly text: string;
  readonly district: string | null;
  readonly stage: Stage | null;
  readonly grouping: Grouping;
};

export const NO_FILTER: QueueFilter = { view: 'all', text: '', district: null, stage: null, grouping: 'auto' };

/** The words by which a line is found: number, category, place, department, who is behind it; in both languages. */
export type WordsOf = (row: QueueItem['worst']) => string;

/** The lines that pass. Every word of the text must be found; capitals do not matter. */
export function filterItems(
  items: readonly QueueItem[],
  filter: QueueFilter,
  me: string | null,
  wordsOf: WordsOf,
): readonly QueueItem[] {
  const wanted = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (filter.view === 'all' && wanted.length === 0 && filter.district === null && filter.stage === null)
    return items.filter(({ worst }) => !isShelved(worst));
  return items.filter((item) => {
    const row = item.worst;
    if (!isInView(item, filter.view, me)) return false;
    if (filter.district !== null && row.districtCode !== filter.district) return false;
    if (filter.stage !== null && row.stage !== filter.stage) return false;
    if (wanted.length === 0) return true;
    const words = wordsOf(row).toLowerCase();
    return wanted.every((word) => words.includes(word));
  });
}

/** How many lines each view would show, the other filters aside. */
export function countByView(
  items: readonly QueueItem[],
  views: readonly View[],
  me: string | null,
): Readonly<Partial<Record<View, number>>> {
  return Object.fromEntries(views.map((view) => [view, items.filter((item) => isInView(item, view, me)).length]));
}

function isInView({ worst, late }: QueueItem, view: View, me: string | null): boolean {
  switch (view) {
    case 'all':
      return !isShelved(worst);
    case 'shelved':
      return isShelved(worst);
    case 'late':
      return late;
    case 'mine':
      return me !== null && 'takenBy' in worst && worst.takenBy === me && !isShelved(worst);
    case 'untaken':
      return 'takenBy' in worst
        ? worst.takenBy === null && !isShelved(worst)
        : 'collector' in worst && worst.collector === null;
    default:
      return 'queue' in worst && worst.queue === 'task' && worst.kind === view;
  }
}

function isShelved(worst: QueueItem['worst']): boolean {
  return 'status' in worst && worst.status === 'shelved';
}
