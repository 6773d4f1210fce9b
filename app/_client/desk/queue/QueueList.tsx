'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useDesk } from '../DeskProvider.tsx';
import { drawnRows, type DrawnRow } from './held-order.ts';
import { QueueLine } from './QueueLine.tsx';
import type { QueuePicture } from './queue-picture.ts';
import { SectionHeading } from './SectionHeading.tsx';
import { useQueue } from './use-queue.ts';
import styles from './queue.module.css';

/** Heights in rem; queue.module.css draws rows at just these. */
const HEADING_REM = 1.9;
const LINE_REM = 3.15;

/** Thousands of lines of which only those in sight exist. The list itself has the focus; its lines are options. */
export function QueueList({ drawn }: { drawn: QueuePicture }) {
  const t = useTranslations('desk.queue');
  const titles = useTranslations('queues.list');
  const desk = useDesk();
  const { name } = useQueue();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => drawnRows(drawn.shown.lines), [drawn.shown]);
  const height = useCallback(
    (index: number) => remPixels() * (rows[index]?.kind === 'heading' ? HEADING_REM : LINE_REM),
    [rows],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: height,
    getItemKey: useCallback((index: number) => keyOf(rows[index]), [rows]),
    overscan: 6,
  });
  const { selected } = drawn;
  const selectedRow = rows.findIndex((row) => row.kind === 'line' && row.line.item.id === selected);
  const scrolledTo = useRef<string | null>(null);
  useEffect(() => {
    // Only a new selection scrolls: a line that changes its place must not drag the view along.
    if (selectedRow < 0 || scrolledTo.current === selected) return;
    scrolledTo.current = selected;
    // A first line is scrolled to with its heading.
    virtual.scrollToIndex(selectedRow <= 1 ? 0 : selectedRow, { align: 'auto' });
  }, [selected, selectedRow, virtual]);
  useEffect(() => {
    const measure = (): void => virtual.measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, [virtual]);
  const items = virtual.getVirtualItems();
  const below = linesBelow(rows, (virtual.scrollOffset ?? 0) + (virtual.scrollRect?.height ?? 0), height);
  return (
    <>
      <div
        ref={scroller}
        className={styles.list}
        role="listbox"
        tabIndex={0}
        id="desk-queue"
        aria-label={titles(name)}
        aria-activedescendant={selectedRow < 0 ? undefined : `queue-${selected}`}
        // Which queue is in sight is asked when it happens: a key may have changed it a moment before.
        onFocus={() => desk.queue.hold('keyboard', true)}
        onBlur={() => desk.queue.hold('keyboard', false)}
        data-testid="queue"
      >
        <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start, size, key }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <div key={key} className={styles.place} style={{ transform: `translateY(${start}px)`, height: size }}>
                {row.kind === 'heading' ? (
                  <SectionHeading section={row.section} count={row.count} />
                ) : (
                  <QueueLine line={row.line} selected={row.line.item.id === selected} />
                )}
              </div>
            );
          })}
        </div>
      </div>
      <p className={styles.below} data-testid="below-fold">
        {below > 0 ? t('below', { count: below }) : t('allInSight')}
      </p>
    </>
  );
}

function keyOf(row: DrawnRow | undefined): string {
  if (row === undefined) return '';
  return row.kind === 'heading' ? `section/${row.section}` : row.line.item.id;
}

function linesBelow(rows: readonly DrawnRow[], bottom: number, height: (index: number) => number): number {
  let top = 0;
  let below = 0;
  rows.forEach((row, index) => {
    const size = height(index);
    // Half a line in sight counts as seen.
    if (row.kind === 'line' && top + size / 2 > bottom) below += 1;
    top += size;
  });
  return below;
}

function remPixels(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}
