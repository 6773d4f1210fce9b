'use client';
import { useTranslations } from 'use-intl';
import { Key } from '../shapes/Key.tsx';
import { StateShape, type Shape } from '../shapes/StateShape.tsx';
import { shapeOf, type QueueItem, type Section } from './order.ts';
import { useSectionName } from './SectionHeading.tsx';
import { useQueue } from './use-queue.ts';
import styles from './queue.module.css';

/** New lines that wait because somebody points at the list. It keeps its height, so that nothing below it moves. */
export function WaitingPill({ waiting, held }: { waiting: readonly QueueItem[]; held: boolean }) {
  const t = useTranslations('desk.queue');
  const orders = useTranslations('queues.order');
  const { name, queue } = useQueue();
  const nameOf = useSectionName();
  if (waiting.length === 0) {
    return (
      <div className={styles.pill} data-empty>
        {held ? t('frozen') : orders(name)}
      </div>
    );
  }
  return (
    <button type="button" className={styles.pill} onClick={() => queue.merge()} data-testid="merge">
      <b>{t('new', { count: waiting.length })}</b>
      {countBySection(waiting).map(({ section, shape, count }) => (
        <span key={section}>
          <StateShape shape={shape} label={nameOf(section)} /> {count}
        </span>
      ))}
      <span className={styles.pillEnd}>
        <Key>N</Key> {t('merge')}
      </span>
    </button>
  );
}

/** How many wait for each part that has a look, in the order of the parts. */
function countBySection(waiting: readonly QueueItem[]): { section: Section; shape: Shape; count: number }[] {
  const counts = new Map<Section, number>();
  for (const { section } of waiting) counts.set(section, (counts.get(section) ?? 0) + 1);
  return [...counts].flatMap(([section, count]) => {
    const shape = shapeOf(section);
    return shape === null ? [] : [{ section, shape, count }];
  });
}
