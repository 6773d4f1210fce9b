'use client';
import { useTranslations } from 'use-intl';
import { Key } from '../shapes/Key.tsx';
import { StateShape } from '../shapes/StateShape.tsx';
import { shapeOf } from './order.ts';
import { useSectionName } from './SectionHeading.tsx';
import { waitingCount, type Shown } from './shown.ts';
import { useQueue } from './use-queue.ts';
import styles from './queue.module.css';

/** New lines that wait because somebody points at the list. It keeps its height, so that nothing below it moves. */
export function WaitingPill({ shown, held }: { shown: Shown; held: boolean }) {
  const t = useTranslations('desk.queue');
  const orders = useTranslations('queues.order');
  const { name, queue } = useQueue();
  const nameOf = useSectionName();
  const count = waitingCount(shown);
  if (count === 0) {
    return (
      <div className={styles.pill} data-empty>
        {held ? t('frozen') : orders(name)}
      </div>
    );
  }
  return (
    <button type="button" className={styles.pill} onClick={() => queue.merge()} data-testid="merge">
      <b>{t('new', { count })}</b>
      {shown.waiting.map(({ section, count: some }) => {
        const shape = shapeOf(section);
        return (
          shape !== null && (
            <span key={section}>
              <StateShape shape={shape} label={nameOf(section)} /> {some}
            </span>
          )
        );
      })}
      <span className={styles.pillEnd}>
        <Key>N</Key> {t('merge')}
      </span>
    </button>
  );
}
