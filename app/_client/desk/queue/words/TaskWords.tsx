'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Roster } from '#wire/figures.ts';
import type { TaskRow } from '#wire/waiting.ts';
import { nameIn } from '../../../i18n/language.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { useSummary } from '../../../stores/use-summary.ts';
import { useDesk } from '../../DeskProvider.tsx';
import { useNames } from '../../names/use-names.ts';
import { Category } from './Category.tsx';
import styles from '../queue.module.css';

/** Verification or check of which case, which collector has it; where. */
export function TaskWords({ row }: { row: TaskRow }) {
  const t = useTranslations('queues.task');
  const names = useNames();
  const holder = useCollectorName(row.collector);
  return (
    <>
      <span className={styles.what}>
        <span className={styles.kind}>{t(row.kind)}</span>
        <Category row={row} />
        <span className={styles.who} data-me={row.taken || undefined} data-testid="task-holder">
          {holder === null ? t('nobody') : row.taken ? t('taken', { name: holder }) : holder}
        </span>
      </span>
      <span className={styles.where} title={row.address}>
        {names.area(row.districtCode, row.subdistrictCode)} · {row.address}
      </span>
    </>
  );
}

/** A collector's name by the team's code; the code itself where the roster has none. */
function useCollectorName(code: string | null): string | null {
  const { picture } = useDesk();
  const { language } = useLanguage();
  const read = useCallback(
    ({ value }: { value: Roster | null }) => {
      const team = value?.teams.find((one) => one.code === code);
      return team === undefined ? code : nameIn(language, team);
    },
    [code, language],
  );
  return useSummary(picture.roster, read, 5_000);
}
