'use client';
import { useTranslations } from 'use-intl';
import styles from './tables.module.css';

/** A rank and how far it moved since the span before: `3 ↑2`. None where the sample is too small. */
export function RankText({ rank, before }: { rank: number | null; before: number | null }) {
  const t = useTranslations('evaluation.table');
  if (rank === null)
    return (
      <span className={styles.unranked} title={t('unranked')}>
        –
      </span>
    );
  const moved = before === null ? null : before - rank;
  return (
    <span className={styles.rank}>
      {rank}
      {moved !== null && (
        <small aria-label={moved === 0 ? t('same') : t(moved > 0 ? 'up' : 'down', { count: Math.abs(moved) })}>
          {moved === 0 ? '=' : `${moved > 0 ? '↑' : '↓'}${Math.abs(moved)}`}
        </small>
      )}
    </span>
  );
}
