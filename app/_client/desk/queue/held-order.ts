import type { QueueItem, Section } from './order.ts';

/** A line as it stands on screen. `gone`: what it was about ended while the order was held; it stays until the order is let go. */
export type Line = { readonly item: QueueItem; readonly section: Section; readonly gone: boolean };

/** What is on screen and what waits outside. */
export type HeldQueue = { readonly lines: readonly Line[]; readonly waiting: readonly QueueItem[] };

export const EMPTY_QUEUE: HeldQueue = { lines: [], waiting: [] };

/**
 * The next picture of the queue. While `held`, every line keeps its place and section whatever happens to its case: facts
 * change in place, an ended one is marked, new ones wait. Let go, the live order stands.
 */
export function nextQueue(shown: HeldQueue, live: readonly QueueItem[], held: boolean): HeldQueue {
  if (!held) return { lines: live.map((item) => ({ item, section: item.section, gone: false })), waiting: [] };
  const byId = new Map(live.map((item) => [item.id, item]));
  const lines = shown.lines.map((line) => {
    const item = byId.get(line.item.id);
    byId.delete(line.item.id);
    if (item === undefined) return line.gone ? line : { ...line, gone: true };
    return item === line.item && !line.gone ? line : { item, section: line.section, gone: false };
  });
  return { lines, waiting: [...byId.values()] };
}

/** A drawn row of the list: a section's heading with its count, or a line. */
export type DrawnRow =
  | { readonly kind: 'heading'; readonly section: Section; readonly count: number }
  | { readonly kind: 'line'; readonly line: Line; readonly index: number };

/** Lines with their headings between, top to bottom. */
export function drawnRows(lines: readonly Line[]): DrawnRow[] {
  const counts = new Map<Section, number>();
  for (const { section } of lines) counts.set(section, (counts.get(section) ?? 0) + 1);
  const rows: DrawnRow[] = [];
  let last: Section | null = null;
  lines.forEach((line, index) => {
    if (line.section !== last)
      rows.push({ kind: 'heading', section: line.section, count: counts.get(line.section) ?? 0 });
    last = line.section;
    rows.push({ kind: 'line', line, index });
  });
  return rows;
}
