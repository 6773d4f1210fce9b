'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ComponentSearchAnswer } from '#wire/http/component.ts';
import { DataTable, type Column } from '../../frame/DataTable.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { nameOr } from '../names.ts';
import styles from './components.module.css';

type Found = ComponentSearchAnswer['components'][number];
type Props = { rows: readonly Found[]; chosen: string | null; onChoose: (code: string) => void };

/** One page of the register in the server's order; a name opens its component. */
export function RegisterTable({ rows, chosen, onChoose }: Props) {
  const t = useTranslations('register');
  const { names } = usePlaceOfWork();
  const { language } = useLanguage();
  const columns = useMemo((): Column<Found>[] => {
    const nameOf = ({ categoryKey, name }: Found): string => {
      const category = names.category(categoryKey);
      return category === null ? name || categoryKey : nameOr(language, category);
    };
    return [
      {
        id: 'name',
        head: t('name'),
        width: 'minmax(8rem, 1.3fr)',
        cell: (row) => (
          <button
            type="button"
            className={parts.link}
            onClick={(event) => {
              event.stopPropagation();
              onChoose(row.code);
            }}
          >
            {nameOf(row)}
          </button>
        ),
      },
      {
        id: 'code',
        head: t('code'),
        width: '10.5rem',
        cell: ({ code }) => <span className={styles.code}>{code}</span>,
      },
      {
        id: 'state',
        head: t('state'),
        width: '5.5rem',
        cell: ({ state }) => (
          <span data-state={state} className={styles.state}>
            {t(`stateOf.${state}`)}
          </span>
        ),
      },
      {
        id: 'district',
        head: t('district'),
        width: 'minmax(5rem, 0.7fr)',
        cell: ({ code }) => {
          const place = names.place(code.slice(0, 6));
          return place === null ? '' : nameOr(language, place);
        },
      },
      { id: 'owner', head: t('owner'), width: 'minmax(8rem, 1.2fr)', cell: ({ owner }) => owner },
      {
        id: 'cases',
        head: t('cases'),
        width: '4.2rem',
        end: true,
        cell: ({ cases }) => (cases === 0 ? '–' : countText(cases)),
      },
    ];
  }, [names, language, t, onChoose]);
  return (
    <DataTable
      label={t('title')}
      rows={rows}
      columns={columns}
      keyOf={({ code }) => code}
      none={t('none')}
      chosen={chosen}
      onChoose={({ code }) => onChoose(code)}
      testId="components-table"
    />
  );
}
