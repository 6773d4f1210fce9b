'use client';
import { useTranslations } from 'use-intl';
import { ALERT_SHAPE } from '../case/passed.ts';
import { StateShape, type Shape } from '../shapes/StateShape.tsx';
import { sectionOf, type QueueItem } from './order.ts';
import styles from './queue.module.css';

/** How a line stands, as shapes: late or not, and whether its case is supervised; or that it is picked. */
export function LineShapes({
  item: { worst, late },
  gone,
  marked,
}: {
  item: QueueItem;
  gone: boolean;
  marked: boolean;
}) {
  const t = useTranslations('desk.queue');
  const sections = useTranslations('queues.section');
  const words = useTranslations('queues');
  const supervised = <StateShape shape="supervised" label={sections('supervised')} />;
  if (marked) return <Tick label={t('marked')} />;
  if (gone) {
    return (
      <span className={styles.shapes}>
        <StateShape shape="ended" label={t('gone')} />
      </span>
    );
  }
  if ('queue' in worst) {
    const shape: Shape = late ? 'timed-out' : worst.queue === 'supervision' ? 'supervised' : 'calm';
    return (
      <span className={styles.shapes}>
        <StateShape shape={shape} label={late ? words('late') : words(`name.${NAMES[worst.queue]}`)} />
        {worst.supervised && shape !== 'supervised' && supervised}
      </span>
    );
  }
  const section = worst.threshold === 'warning' ? 'due-soon' : sectionOf(worst);
  return (
    <span className={styles.shapes} data-picks title={t('pick')}>
      <StateShape shape={ALERT_SHAPE[worst.threshold]} label={sections(section)} />
      {worst.supervised && worst.threshold !== 'reply-late' && supervised}
    </span>
  );
}

const NAMES = { request: 'requests', supervision: 'supervisions', task: 'tasks' } as const;

/** A picked line or card; pressed once more it is let go. */
export function Tick({ label }: { label: string }) {
  return (
    <span className={styles.shapes} data-picks title={label}>
      <svg width="1em" height="1em" viewBox="0 0 12 12" role="img" aria-label={label} className={styles.tick}>
        <rect x="0.5" y="0.5" width="11" height="11" rx="1.5" />
        <path d="M2.8 6.2 5 8.4l4.2-4.8" />
      </svg>
    </span>
  );
}
