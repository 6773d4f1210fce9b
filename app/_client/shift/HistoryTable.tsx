'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ACT_WORDS, ALERT_WORDS, type HistoryLine } from '#wire/http/history.ts';
import { DataTable, type Column } from '../frame/DataTable.tsx';
import { usePlaceOfWork } from '../frame/place-of-work.ts';
import parts from '../frame/page-parts.module.css';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { isoDayText, secondText } from '../i18n/instants.ts';
import { nameIn } from '../i18n/language.ts';
import { thenAddress } from './history-question.ts';
import styles from './history.module.css';

/** Lines of the history, newest first, each with the way to its case and to how it was then. */
export function HistoryTable({ lines }: { lines: readonly HistoryLine[] }) {
  const t = useTranslations('shift.history');
  return (
    <DataTable
      label={t('title')}
      rows={lines}
      columns={useColumns()}
      keyOf={({ position }) => String(position)}
      none={t('none')}
      testId="history-table"
    />
  );
}

function useColumns(): Column<HistoryLine>[] {
  const t = useTranslations('shift.history');
  const wordOf = useWords();
  const { timeZone, names } = usePlaceOfWork();
  const { language } = useLanguage();
  return useMemo(() => {
    const placeOf = (code: string | null): string => {
      const place = names.place(code);
      return place === null ? '' : nameIn(language, place);
    };
    const categoryOf = (key: string | null): string => {
      const category = names.category(key);
      return category === null ? '' : nameIn(language, category);
    };
    return [
      {
        id: 'at',
        head: t('at'),
        width: '11.5rem',
        cell: ({ at }) => (
          <span className={styles.instant}>
            {isoDayText(at, timeZone)} {secondText(at, timeZone)}
          </span>
        ),
      },
      {
        id: 'what',
        head: t('what'),
        width: 'minmax(8rem, 0.9fr)',
        cell: (line) => (
          <>
            {wordOf(line)}{' '}
            {line.alert !== null && <span className={parts.tag}>{t(`threshold.${line.alert.threshold}`)}</span>}
          </>
        ),
      },
      {
        id: 'who',
        head: t('who'),
        width: 'minmax(5rem, 0.6fr)',
        cell: ({ by }) => (by.kind === 'system' ? t('system') : by.name),
      },
      {
        id: 'case',
        head: t('case'),
        width: 'minmax(12.5rem, 1.9fr)',
        cell: ({ caseNumber, categoryKey }) => (
          <>
            <a className={styles.case} href={`/desk?case=${encodeURIComponent(caseNumber)}`}>
              {caseNumber}
            </a>{' '}
            <span className={styles.soft}>{categoryOf(categoryKey)}</span>
          </>
        ),
      },
      {
        id: 'place',
        head: t('place'),
        width: 'minmax(8rem, 0.9fr)',
        cell: ({ districtCode, subdistrictCode }) => `${placeOf(districtCode)} ${placeOf(subdistrictCode)}`,
      },
      {
        id: 'result',
        head: t('result'),
        width: 'minmax(7rem, 1fr)',
        cell: ({ result, inTime, said }) => (
          <>
            {result !== null && <b>{t(`ended.${result}` as 'ended.yes')}</b>}{' '}
            {inTime !== null && <b data-late={!inTime}>{t(inTime ? 'inTime' : 'late')}</b>}{' '}
            {said !== '' && <span className={styles.soft}>{said}</span>}
          </>
        ),
      },
      {
        id: 'then',
        head: t('then'),
        width: '5.5rem',
        cell: ({ at, caseNumber, districtCode }) => (
          <a className={styles.case} href={thenAddress(at, caseNumber, districtCode)} data-testid="then">
            {t('showThen')}
          </a>
        ),
      },
    ];
  }, [t, wordOf, timeZone, names, language]);
}

/** A line's kind of event in words; one that has none is shown by its own name. */
function useWords(): (line: HistoryLine) => string {
  const words = useTranslations('shift.history.word');
  return useMemo(
    () =>
      ({ kind, what }) => {
        const alert = ALERT_WORDS.find((one) => one === what);
        const act = ACT_WORDS.find((one) => one === what);
        if (kind === 'alerts') return alert === undefined ? what : words(`alerts.${alert}`);
        return act === undefined ? what : words(`acts.${act}`);
      },
    [words],
  );
}
