'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '../../frame/DataTable.tsx';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameOr } from '../names.ts';
import { useSystemName } from '../use-words.ts';
import type { Entry } from './catalogue-tree.ts';

type Props = { entries: readonly Entry[]; chosen: string | null; onChoose: (key: string) => void };

/** Subclasses with their codes, in both languages. */
export function CatalogueTable({ entries, chosen, onChoose }: Props) {
  const t = useTranslations('admin.catalogue');
  const limits = useTranslations('admin.limits');
  const { language } = useLanguage();
  const systemName = useSystemName();
  const columns = useMemo((): Column<Entry>[] => {
    const other = language === 'zh' ? 'en' : 'zh';
    return [
      { id: 'code', head: t('code'), width: '4.5rem', cell: ({ code }) => code, sortBy: ({ code }) => code },
      {
        id: 'name',
        head: t('name'),
        width: 'minmax(8rem, 2fr)',
        sortBy: (entry) => nameOr(language, entry),
        cell: (entry) => (
          <>
            <button
              type="button"
              className={parts.link}
              aria-expanded={entry.key === chosen}
              onClick={() => onChoose(entry.key)}
            >
              {nameOr(language, entry)}
            </button>{' '}
            {entry.retired === true && <span className={parts.tag}>{limits('retired')}</span>}
          </>
        ),
      },
      {
        id: 'other',
        head: t(`other.${other}`),
        width: 'minmax(9rem, 2.6fr)',
        cell: (entry) => (other === 'zh' ? entry.nameZh : entry.nameEn),
      },
      { id: 'kind', head: t('kindHead'), width: '6.2rem', cell: ({ kind }) => t(`kind.${kind}`) },
      {
        id: 'class',
        head: t('class'),
        width: 'minmax(6.5rem, 1.4fr)',
        cell: (entry) => (language === 'zh' ? entry.classZh : entry.classEn),
      },
      { id: 'system', head: t('system'), width: 'minmax(5.5rem, 0.8fr)', cell: ({ system }) => systemName(system) },
      {
        id: 'conditions',
        head: t('conditions'),
        width: '5.8rem',
        end: true,
        cell: ({ conditions }) => inUse(conditions),
        sortBy: ({ conditions }) => inUse(conditions),
      },
    ];
  }, [t, limits, language, systemName, chosen, onChoose]);
  return (
    <DataTable
      label={t('title')}
      rows={entries}
      columns={columns}
      keyOf={({ key }) => key}
      none={t('none')}
      chosen={chosen}
      onChoose={({ key }) => onChoose(key)}
      testId="catalogue-table"
    />
  );
}

/** How many conditions something can be filed under. */
function inUse(conditions: Entry['conditions']): number {
  return (conditions ?? []).filter(({ retired }) => retired !== true).length;
}
