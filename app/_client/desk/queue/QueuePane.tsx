'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useLinkState } from '../../realtime/PictureProvider.tsx';
import { useSummary } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import { CaseFinder } from './CaseFinder.tsx';
import { HOLDERS } from './filter.ts';
import { FilterBar } from './FilterBar.tsx';
import { WaitingPill } from './WaitingPill.tsx';
import { QueueList } from './QueueList.tsx';
import type { QueuePicture } from './queue-picture.ts';
import type { QueueStore } from './queue-store.ts';
import styles from './queue.module.css';

function picture({ filter, shown, counts, passing, selected, held }: QueueStore): QueuePicture {
  return { filter, shown, counts, passing, selected, held };
}

/** The left pane: what needs an act, worst first. */
export function QueuePane() {
  const t = useTranslations('desk.queue');
  const { queue, picture: live } = useDesk();
  const drawn = useSummary(queue, picture, 0);
  const link = useLinkState();
  const total = useSummary(live.alerts, readTotal);
  const { filter, shown, counts } = drawn;
  const enter = useCallback(() => queue.hold('pointer', true), [queue]);
  const leave = useCallback(() => queue.hold('pointer', false), [queue]);
  return (
    <section className={styles.pane} aria-label={t('title')} data-stale={link.phase !== 'live' || undefined}>
      <CaseFinder />
      <div className={styles.tabs} role="group" aria-label={t('holders')}>
        {HOLDERS.map((holder) => (
          <button
            key={holder}
            type="button"
            aria-pressed={filter.holder === holder}
            onClick={() => queue.setFilter({ holder })}
            data-testid={`tab-${holder}`}
          >
            {t(`holder.${holder}`)} <b>{counts[holder]}</b>
          </button>
        ))}
        {link.phase !== 'live' && <span className={styles.stale}>{t('stale')}</span>}
      </div>
      <FilterBar filter={filter} passing={drawn.passing} all={counts.all} />
      <div className={styles.region} onPointerEnter={enter} onPointerLeave={leave} data-testid="queue-region">
        <WaitingPill waiting={shown.waiting} held={drawn.held} />
        <QueueList drawn={drawn} />
      </div>
      {total.unsent > 0 && <p className={styles.unsent}>{t('unsent', { count: total.unsent })}</p>}
      {total.loaded && counts.all === 0 && (
        <p className={styles.none} data-testid="queue-empty">
          {t('none')}
        </p>
      )}
      {counts.all > 0 && drawn.passing === 0 && shown.lines.length === 0 && (
        <p className={styles.none}>
          {t('nothingPasses')}{' '}
          <button
            type="button"
            onClick={() => queue.setFilter({ holder: 'all', text: '', district: null, stage: null })}
          >
            {t('clearFilter')} <Key>Esc</Key>
          </button>
        </p>
      )}
    </section>
  );
}

function readTotal({ total, rows, loaded }: { total: number; rows: ReadonlyMap<number, unknown>; loaded: boolean }) {
  return { unsent: Math.max(0, total - rows.size), loaded };
}
