'use client';
import { useTranslations } from 'use-intl';
import type { AlertRow } from '#wire/figures.ts';
import { momentText } from '../../../i18n/instants.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { useDesk, useTimeZone } from '../../DeskProvider.tsx';
import { useNames } from '../../names/use-names.ts';
import { Category } from './Category.tsx';
import styles from '../queue.module.css';

/** What an alert is about: category and who has taken it; where, and in which stage. */
export function AlertWords({ row }: { row: AlertRow }) {
  const t = useTranslations('desk.queue');
  const stages = useTranslations('desk.stage');
  const returns = useTranslations('queues.returned');
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
        {row.returned !== null && (
          <span className={styles.who} title={returns(`says.${row.returned.why}`, { name: row.returned.fromName })}>
            {returns(`short.${row.returned.why}`)}
          </span>
        )}
      </span>
      <span className={styles.where}>
        {row.shelved !== null && <Shelf shelved={row.shelved} />}
        {names.area(row.districtCode, row.subdistrictCode)} · {stages(row.stage)}
        {limit === null ? '' : ` · ${limit}`}
      </span>
    </>
  );
}

/** Until when, by whom and why an alert is shelved. */
function Shelf({ shelved }: { shelved: NonNullable<AlertRow['shelved']> }) {
  const shelf = useTranslations('queues.shelf');
  const { language } = useLanguage();
  const { picture } = useDesk();
  const zone = useTimeZone();
  const when = momentText(shelved.until, picture.now(), zone, language);
  return (
    <b className={styles.shelf} title={shelved.reason}>
      {shelf('until', { when, name: shelved.byName })} · {shelved.reason} ·{' '}
    </b>
  );
}
