'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useDesk } from '../DeskProvider.tsx';
import { GroupCard } from './GroupCard.tsx';
import { QueueLine } from './QueueLine.tsx';
import type { QueuePicture } from './queue-picture.ts';
import { SectionHeading } from './SectionHeading.tsx';
import { useQueue } from './use-queue.ts';
import { useWindow } from './use-window.ts';
import styles from './queue.module.css';

/** Thousands of lines of which only those in sight exist. The list itself has the focus; its rows are options. */
export function QueueList({ drawn }: { drawn: QueuePicture }) {
  const t = useTranslations('desk.queue');
  const titles = useTranslations('queues.list');
  const desk = useDesk();
  const { name } = useQueue();
  const { shown, selected, marked } = drawn;
  const { scroller, from, to, unseen, rem, reveal } = useWindow(shown.tops);
  const selectedAt = selected === null ? -1 : shown.indexOf(selected);
  const scrolledTo = useRef<string | null>(null);
  useEffect(() => {
    // Only a new selection scrolls: a line that changes its place must not drag the view along.
    if (selectedAt < 0 || scrolledTo.current === selected) return;
    scrolledTo.current = selected;
    // A first line is scrolled to with its heading.
    reveal(selectedAt <= 1 ? 0 : selectedAt, selectedAt);
  }, [selected, selectedAt, reveal]);
  const below = shown.casesFrom(unseen);
  const places = [];
  for (let index = from; index < to; index++) {
    const row = shown.rowAt(index);
    if (row === null) continue;
    const [top, end] = [shown.tops[index] as number, shown.tops[index + 1] as number];
    const style = { transform: `translateY(${top * rem}px)`, height: (end - top) * rem };
    places.push(
      <div key={shown.keyAt(index)} className={styles.place} style={style}>
        {row.kind === 'heading' ? (
          <SectionHeading section={row.section} count={row.count} />
        ) : row.kind === 'card' ? (
          <GroupCard
            card={row.card}
            selected={row.card.id === selected}
            marked={markedOf(marked, () => desk.queue.source.casesOf(row.card.id))}
          />
        ) : (
          <QueueLine
            line={row.line}
            selected={row.line.item.id === selected}
            marked={marked.has(row.line.item.caseId)}
            inCard={row.inCard}
          />
        )}
      </div>,
    );
  }
  return (
    <>
      <div
        ref={scroller}
        className={styles.list}
        role="listbox"
        tabIndex={0}
        id="desk-queue"
        aria-label={titles(name)}
        aria-multiselectable={name === 'alerts'}
        aria-activedescendant={selectedAt < 0 ? undefined : `queue-${selected}`}
        // Which queue is in sight is asked when it happens: a key may have changed it a moment before.
        onFocus={() => desk.queue.hold('keyboard', true)}
        onBlur={() => desk.queue.hold('keyboard', false)}
        data-testid="queue"
      >
        <div className={styles.rows} style={{ height: (shown.tops[shown.length] as number) * rem }}>
          {places}
        </div>
      </div>
      <p className={styles.below} data-testid="below-fold">
        {below > 0 ? t('below', { count: below }) : t('allInSight')}
      </p>
    </>
  );
}

/** How many of a card's cases are picked. */
function markedOf(marked: ReadonlySet<number>, cases: () => readonly number[]): number {
  return marked.size === 0 ? 0 : cases().filter((caseId) => marked.has(caseId)).length;
}
