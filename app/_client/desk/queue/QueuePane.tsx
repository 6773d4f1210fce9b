'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useLinkState } from '../../realtime/PictureProvider.tsx';
import { useSummary } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import { CaseFinder } from './CaseFinder.tsx';
import { LoadMeter } from '../load/LoadMeter.tsx';
import { ViewsDialog } from '../views/ViewsDialog.tsx';
import { BulkPane } from './bulk/BulkPane.tsx';
import { FilterBar, GroupingChoice } from './FilterBar.tsx';
import { NO_FILTER } from './filter.ts';
import { QueueTabs } from './QueueTabs.tsx';
import { VIEWS } from './queues.ts';
import { useQueue } from './use-queue.ts';
import { WaitingPill } from './WaitingPill.tsx';
import { ReturnedPane } from './ReturnedPane.tsx';
import { QueueList } from './QueueList.tsx';
import type { QueuePicture } from './queue-picture.ts';
import type { QueueStore } from './queue-store.ts';
import styles from './queue.module.css';

function picture({ filter, shown, counts, late, passing, selected, held, marks }: QueueStore): QueuePicture {
  return { filter, shown, counts, late, passing, selected, held, marked: marks.cases };
}

/** The left pane: what needs an act, worst first. */
export function QueuePane() {
  const t = useTranslations('desk.queue');
  const queues = useTranslations('queues');
  const kept = useTranslations('queues.kept');
  const desk = useDesk();
  const live = desk.picture;
  const { name, queue } = useQueue();
  const drawn = useSummary(queue, picture, 0);
  const link = useLinkState();
  const alerts = useSummary(live.alerts, readTotal);
  const waiting = useSummary(live.waiting, readTotal);
  const { unsent, loaded } = name === 'alerts' ? alerts : waiting;
  const all = drawn.counts.all ?? 0;
  const { filter, shown, counts } = drawn;
  const enter = useCallback(() => desk.queue.hold('pointer', true), [desk]);
  const leave = useCallback(() => desk.queue.hold('pointer', false), [desk]);
  return (
    <section
      className={styles.pane}
      aria-label={queues(`list.${name}`)}
      data-stale={link.phase !== 'live' || undefined}
    >
      {name === 'alerts' && <LoadMeter />}
      <ViewsDialog />
      <CaseFinder />
      <QueueTabs shown={name} />
      <div className={styles.tabs} role="group" aria-label={queues('views')}>
        {VIEWS[name].map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={filter.view === view}
            onClick={() => queue.setFilter({ view })}
            data-testid={`tab-${view}`}
          >
            {queues(`view.${view}`)} <b>{counts[view]}</b>
          </button>
        ))}
        {name === 'alerts' && (
          <button
            type="button"
            className={styles.kept}
            onClick={() => desk.fold({ views: true })}
            aria-keyshortcuts="Shift+F"
            data-testid="show-views"
          >
            {kept('open')} …
          </button>
        )}
        {link.phase !== 'live' && <span className={styles.stale}>{t('stale')}</span>}
      </div>
      <FilterBar filter={filter} passing={drawn.passing} all={all} />
      <div className={styles.region} onPointerEnter={enter} onPointerLeave={leave} data-testid="queue-region">
        <div className={styles.over}>
          <WaitingPill shown={shown} held={drawn.held} />
          {name === 'alerts' && <GroupingChoice grouping={filter.grouping} />}
        </div>
        <QueueList drawn={drawn} />
      </div>
      {name === 'alerts' && <ReturnedPane />}
      {name === 'alerts' && <BulkPane marked={drawn.marked.size} />}
      {unsent > 0 && <p className={styles.unsent}>{queues('unsent', { count: unsent })}</p>}
      {loaded && all === 0 && (
        <p className={styles.none} data-testid="queue-empty">
          {queues(`none.${name}`)}
        </p>
      )}
      {all > 0 && drawn.passing === 0 && shown.length === 0 && (
        <p className={styles.none}>
          {queues('nothingPasses')}{' '}
          <button type="button" onClick={() => queue.setFilter({ ...NO_FILTER, grouping: filter.grouping })}>
            {t('clearFilter')} <Key>Esc</Key>
          </button>
        </p>
      )}
    </section>
  );
}

function readTotal({ total, rows, loaded }: { total: number; rows: { readonly size: number }; loaded: boolean }) {
  return { unsent: Math.max(0, total - rows.size), loaded };
}
