'use client';
import { useTranslations } from 'use-intl';
import { useDesk } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import { StateShape } from '../shapes/StateShape.tsx';
import { SECTIONS, SECTION_SHAPE, type QueueItem } from './order.ts';
import styles from './queue.module.css';

/** New alerts that wait because somebody points at the list. It keeps its height, so that nothing below it moves. */
export function WaitingPill({ waiting, held }: { waiting: readonly QueueItem[]; held: boolean }) {
  const t = useTranslations('desk.queue');
  const { queue } = useDesk();
  if (waiting.length === 0) {
    return (
      <div className={styles.pill} data-empty>
        {held ? t('frozen') : t('order')}
      </div>
    );
  }
  return (
    <button type="button" className={styles.pill} onClick={() => queue.merge()} data-testid="merge">
      <b>{t('new', { count: waiting.length })}</b>
      {SECTIONS.map((section) => {
        const count = waiting.filter((item) => item.section === section).length;
        return count === 0 ? null : (
          <span key={section}>
            <StateShape shape={SECTION_SHAPE[section]} label={t(`section.${section}`)} /> {count}
          </span>
        );
      })}
      <span className={styles.pillEnd}>
        <Key>N</Key> {t('merge')}
      </span>
    </button>
  );
}
