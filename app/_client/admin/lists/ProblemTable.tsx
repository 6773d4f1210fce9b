'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '../../frame/DataTable.tsx';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import type { ListProblem } from './list-answers.ts';
import styles from './lists.module.css';

type Row = ListProblem & { readonly no: number };

/** What is wrong, where, and how to mend it. */
export function ProblemTable({ problems }: { problems: readonly ListProblem[] }) {
  const t = useTranslations('admin.lists');
  const { language } = useLanguage();
  const rows = useMemo(() => problems.map((problem, no): Row => ({ ...problem, no })), [problems]);
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'weight',
        head: t('weight'),
        width: '6rem',
        sortBy: ({ refuses }) => (refuses ? 1 : 0),
        cell: ({ refuses }) => (
          <span className={styles.weight} data-refuses={refuses}>
            {t(refuses ? 'refuses' : 'warns')}
          </span>
        ),
      },
      {
        id: 'line',
        head: t('line'),
        width: '4.5rem',
        end: true,
        sortBy: ({ line }) => line,
        cell: ({ line }) => line ?? t('wholeFile'),
      },
      {
        id: 'field',
        head: t('field'),
        width: 'minmax(6rem, 1fr)',
        sortBy: ({ field }) => field,
        cell: ({ field }) => field ?? '',
      },
      { id: 'reason', head: t('reason'), width: 'minmax(12rem, 2fr)', cell: ({ reason }) => reason[language] },
      { id: 'hint', head: t('hint'), width: 'minmax(12rem, 2fr)', cell: ({ hint }) => hint[language] },
    ],
    [t, language],
  );
  return (
    <DataTable
      label={t('problemsLabel')}
      rows={rows}
      columns={columns}
      keyOf={({ no }) => String(no)}
      none={t('noProblems')}
      mostHigh="26rem"
      testId="problems"
    />
  );
}
