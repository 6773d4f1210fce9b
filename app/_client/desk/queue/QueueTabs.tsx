'use client';
import { useTranslations } from 'use-intl';
import { useSummary } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import { StateShape } from '../shapes/StateShape.tsx';
import type { QueueStore } from './queue-store.ts';
import { QUEUES, queuesOf, type QueueName } from './queues.ts';
import styles from './queue.module.css';

/** The queues that this officer has, with how much is in each and how much of it is late. */
export function QueueTabs({ shown }: { shown: QueueName }) {
  const t = useTranslations('queues');
  const { me } = useDesk();
  return (
    <div className={styles.queues} role="tablist" aria-label={t('title')}>
      {queuesOf(me).map((name) => (
        <Tab key={name} name={name} isShown={name === shown} />
      ))}
    </div>
  );
}

function Tab({ name, isShown }: { name: QueueName; isShown: boolean }) {
  const t = useTranslations('queues');
  const desk = useDesk();
  const all = useSummary(desk.queues[name], readAll);
  const late = useSummary(desk.queues[name], readLate);
  return (
    <button
      type="button"
      role="tab"
      aria-selected={isShown}
      aria-controls="desk-queue"
      aria-keyshortcuts={String(QUEUES.indexOf(name) + 1)}
      onClick={() => desk.show(name)}
      data-testid={`queue-tab-${name}`}
    >
      {t(`name.${name}`)} <b>{all}</b>
      {late > 0 && name !== 'alerts' && (
        <span className={styles.late}>
          <StateShape shape="timed-out" label={t('late')} size="0.7em" /> {late}
        </span>
      )}
    </button>
  );
}

function readAll({ counts }: QueueStore): number {
  return counts.all ?? 0;
}

function readLate({ late }: QueueStore): number {
  return late;
}
