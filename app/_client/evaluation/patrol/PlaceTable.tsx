'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { PatrolledPlaceAnswer } from '#wire/http/responsibility.ts';
import { DataTable, type Column } from '../../frame/DataTable.tsx';
import parts from '../../frame/page-parts.module.css';
import { nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { ShareBar } from './ShareBar.tsx';
import styles from './patrol.module.css';

type Props = { places: readonly PatrolledPlaceAnswer[]; onOpen: (code: string) => void };

/** The place itself and those right below it; a name leads to them. */
export function PlaceTable({ places, onOpen }: Props) {
  const t = useTranslations('evaluation.patrol');
  const { language } = useLanguage();
  const columns = useMemo((): Column<PatrolledPlaceAnswer>[] => {
    const top = places[0]?.place;
    const figure = (id: 'responsibilityGrids' | 'untouched' | 'onDuty' | 'inPlace'): Column<PatrolledPlaceAnswer> => ({
      ...{ id, head: t(`head.${id}`), width: 'minmax(5rem, 0.7fr)', end: true },
      sortBy: (row) => row[id],
      cell: (row) => countText(row[id]),
    });
    return [
      {
        id: 'place',
        head: t('head.place'),
        width: 'minmax(7rem, 1.4fr)',
        sortBy: (row) => row.place,
        cell: (row) =>
          row.place === top ? (
            <strong>{nameIn(language, row)}</strong>
          ) : (
            <button type="button" className={parts.link} onClick={() => onOpen(row.place)}>
              {nameIn(language, row)}
            </button>
          ),
      },
      {
        id: 'share',
        head: t('head.share'),
        width: 'minmax(15.5rem, 2fr)',
        sortBy: (row) => row.share,
        cell: (row) => <ShareBar share={row.share} of={row.assigned} visited={row.visited} />,
      },
      figure('responsibilityGrids'),
      figure('untouched'),
      figure('onDuty'),
      figure('inPlace'),
      {
        id: 'free',
        head: t('head.free'),
        width: 'minmax(5rem, 0.7fr)',
        end: true,
        sortBy: (row) => row.unitGrids - row.assigned,
        cell: (row) => (
          <span className={row.unitGrids > row.assigned ? styles.lacking : undefined}>
            {countText(row.unitGrids - row.assigned)}
          </span>
        ),
      },
    ];
  }, [places, onOpen, t, language]);
  return (
    <DataTable
      label={t('title')}
      rows={places}
      columns={columns}
      keyOf={({ place }) => place}
      none={t('none')}
      mostHigh="22rem"
      testId="patrol-places"
    />
  );
}
