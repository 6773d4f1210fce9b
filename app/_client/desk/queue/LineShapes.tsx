'use client';
import { useTranslations } from 'use-intl';
import { ALERT_SHAPE } from '../case/passed.ts';
import { StateShape, type Shape } from '../shapes/StateShape.tsx';
import { sectionOf, type QueueItem } from './order.ts';
import styles from './queue.module.css';

/** How a line stands, as shapes: late or not, and whether its case is supervised. */
export function LineShapes({ item: { worst, late }, gone }: { item: QueueItem; gone: boolean }) {
  const t = useTranslations('desk.queue');
  const sections = useTranslations('queues.section');
  const words = useTranslations('queues');
  const supervised = <StateShape shape="supervised" label={sections('supervised')} />;
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
    <span className={styles.shapes}>
      <StateShape shape={ALERT_SHAPE[worst.threshold]} label={sections(section)} />
      {worst.supervised && worst.threshold !== 'reply-late' && supervised}
    </span>
  );
}

const NAMES = { request: 'requests', supervision: 'supervisions', task: 'tasks' } as const;
