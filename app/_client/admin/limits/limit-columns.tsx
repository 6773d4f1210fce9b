'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { limitText } from '#domain/clock/words.ts';
import type { Column } from '../../frame/DataTable.tsx';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameOr } from '../names.ts';
import parts from '../../frame/page-parts.module.css';
import { sourceText } from '../../frame/known-sources.ts';
import { isRetired, roughMs, runsThrough, seasonal, type LimitRow } from './limit-rows.ts';
import styles from './limits.module.css';

/** The handbook's columns in the reader's language. */
export function useLimitColumns(): readonly Column<LimitRow>[] {
  const t = useTranslations('admin.limits');
  const kinds = useTranslations('admin.catalogue.kind');
  const trades = useTranslations('admin.departments.trade');
  const { language } = useLanguage();
  return useMemo(
    () => [
      {
        id: 'category',
        head: t('category'),
        width: 'minmax(9rem, 1.2fr)',
        sortBy: ({ category }) => nameOr(language, category),
        cell: ({ category }) => (
          <>
            {nameOr(language, category)} <span className={styles.kind}>{kinds(category.kind)}</span>
          </>
        ),
      },
      { id: 'no', head: t('no'), width: '2.5rem', end: true, cell: ({ condition }) => condition.no },
      {
        id: 'condition',
        head: t('condition'),
        width: 'minmax(12rem, 2.4fr)',
        cell: ({ condition }) => (
          <>
            {language === 'zh' ? condition.zh : condition.en}{' '}
            {isRetired(condition) && <span className={parts.tag}>{t('retired')}</span>}
          </>
        ),
      },
      {
        id: 'close',
        head: t('close'),
        width: 'minmax(10rem, 2fr)',
        cell: ({ condition }) => (language === 'zh' ? condition.closeZh : condition.closeEn),
      },
      {
        id: 'limit',
        head: t('limit'),
        width: '9rem',
        end: true,
        sortBy: ({ condition }) => roughMs(condition.limit),
        cell: ({ condition }) => limitText(seasonal(condition), language),
      },
      {
        id: 'measure',
        head: t('measure'),
        width: '6.5rem',
        cell: ({ condition }) => (
          <span className={styles.measure}>{runsThrough(condition.limit) ? t('allTime') : t('workingTime')}</span>
        ),
      },
      {
        id: 'trade',
        head: t('trade'),
        width: 'minmax(7rem, 1fr)',
        cell: ({ standing }) => standing && (standing.department || trades(standing.trade)),
      },
      {
        id: 'source',
        head: t('source'),
        width: 'minmax(11rem, 1.7fr)',
        cell: ({ standing }) => <span className={styles.kind}>{sourceText(standing?.source ?? '', language)}</span>,
      },
    ],
    [t, kinds, trades, language],
  );
}
