'use client';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { countText } from '../../i18n/numbers.ts';
import { LaneCard } from './LaneCard.tsx';
import { pageOf } from './lane-view.ts';
import type { AlertLaneOptions } from './options.ts';
import { useCategoryCounts } from '../category-facts/use-category-counts.ts';
import { useLane, useSceneCategory } from './use-lane.ts';
import { usePage } from './use-page.ts';
import styles from './alert-lane.module.css';

/** What is out of time, newest first, grouped; every number is also on the map. */
export function AlertLane({ rows: perPage }: AlertLaneOptions) {
  const t = useTranslations('wall.lane');
  const view = useLane();
  const rows = view?.rows ?? [];
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const page = usePage(pages, rows[0]?.caseId ?? null);
  const shown = pageOf(rows, perPage, page);
  const category = useSceneCategory();
  const { timedOut } = useCategoryCounts(category);
  // The lane has the newest groups; a category's sum is of all its cases.
  const total = category === null ? (view?.total ?? 0) : Math.max(timedOut, view?.total ?? 0);
  const more = total - shown.rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <section
      className={styles.lane}
      style={{ '--rows': perPage } as CSSProperties}
      data-testid="alert-lane"
      data-feed="alerts"
    >
      <h2>
        {t('title')}
        <span>{t('caption')}</span>
        <span className={styles.column}>{t('column')}</span>
      </h2>
      <ol>
        {shown.rows.map((row) => (
          <LaneCard key={row.caseId} row={row} />
        ))}
      </ol>
      {view !== null && rows.length === 0 && <p className={styles.none}>{t('none')}</p>}
      <p className={styles.more}>
        <span data-testid="lane-more">{more > 0 ? t('more', { count: countText(more) }) : ''}</span>
        <span>{pages > 1 ? t('pages', { page: shown.page + 1, pages }) : ''}</span>
      </p>
    </section>
  );
}
