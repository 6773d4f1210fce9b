'use client';
import { useTranslations } from 'use-intl';
import type { AlertRow } from '#wire/figures.ts';
import { useDesk } from '../../DeskProvider.tsx';
import { useNames } from '../../names/use-names.ts';
import { Category } from './Category.tsx';
import styles from '../queue.module.css';

/** What an alert is about: category and who has taken it; where, and in which stage. */
export function AlertWords({ row }: { row: AlertRow }) {
  const t = useTranslations('desk.queue');
  const stages = useTranslations('desk.stage');
  const names = useNames();
  const { me } = useDesk();
  const limit = row.stage === 'dispose' ? names.limit(row.categoryKey, row.conditionNo) : null;
  return (
    <>
      <span className={styles.what}>
        <Category row={row} />
        {row.takenBy !== null && (
          <span className={styles.who} data-me={row.takenBy === me.id || undefined} data-testid="taken-by">
            {row.takenBy === me.id ? t('me') : row.takenByName}
          </span>
        )}
      </span>
      <span className={styles.where}>
        {names.area(row.districtCode, row.subdistrictCode)} · {stages(row.stage)}
        {limit === null ? '' : ` · ${limit}`}
      </span>
    </>
  );
}
