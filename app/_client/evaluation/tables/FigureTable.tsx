'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { EvaluationAnswer, EvaluationRow, IndicatorsAnswer } from '#wire/http/evaluation.ts';
import { DataTable, type Column } from '../../frame/DataTable.tsx';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { FigureText } from '../figure/FigureText.tsx';
import { GradeMark } from './GradeMark.tsx';
import { RankText } from './RankText.tsx';
import { tableRows } from './table-rows.ts';
import styles from './tables.module.css';

type Props = {
  label: string;
  answer: EvaluationAnswer;
  definitions: IndicatorsAnswer;
  /** The indicator by which rows are ranked and graded. */
  by: string;
  onFigure: (row: EvaluationRow, indicator: string) => void;
  /** Makes names a way further down. */
  onRow?: (row: EvaluationRow) => void;
};

/** The league: rank and its change, grade, and figures that open. The sum of all stands on top. */
export function FigureTable({ label, answer, definitions, by, onFigure, onRow }: Props) {
  const t = useTranslations('evaluation.table');
  const { language } = useLanguage();
  const rows = useMemo(() => tableRows(answer, by), [answer, by]);
  const columns = useMemo((): Column<EvaluationRow>[] => {
    const nameOf = (row: EvaluationRow): string =>
      row.role === 'unknown' && answer.object === 'place' ? t('unknown') : row.name[language] || row.code;
    return [
      {
        id: 'rank',
        head: t('rank'),
        width: '3.9rem',
        end: true,
        sortBy: (row) => row.cells[by]?.rank ?? null,
        cell: (row) =>
          row.role === 'one' ? (
            <RankText rank={row.cells[by]?.rank ?? null} before={row.cells[by]?.rankBefore ?? null} />
          ) : (
            ''
          ),
      },
      {
        id: 'name',
        head: t('name'),
        width: 'minmax(7rem, 1.6fr)',
        sortBy: nameOf,
        cell: (row) =>
          row.role === 'one' && onRow !== undefined ? (
            <button type="button" className={parts.link} onClick={() => onRow(row)}>
              {nameOf(row)}
            </button>
          ) : (
            <span className={row.role === 'total' ? styles.total : undefined}>
              {nameOf(row)} {row.role === 'source' && <span className={parts.tag}>{t('source')}</span>}
            </span>
          ),
      },
      {
        id: 'grade',
        head: t('grade'),
        width: '2.8rem',
        cell: (row) => <GradeMark grade={row.cells[by]?.grade ?? null} />,
      },
      ...answer.indicators.map((id): Column<EvaluationRow> => {
        const definition = definitions.indicators.find((one) => one.id === id);
        const name = definition?.name[language] ?? id;
        return {
          id,
          head: name,
          width: 'minmax(4.4rem, 1fr)',
          end: true,
          sortBy: (row) => row.cells[id]?.value ?? null,
          cell: (row) => (
            <FigureText
              cell={row.cells[id]}
              unit={definition?.unit ?? 'count'}
              label={`${nameOf(row)} ${name}`}
              onOpen={() => onFigure(row, id)}
            />
          ),
        };
      }),
    ];
  }, [answer, definitions, by, onFigure, onRow, t, language]);
  return (
    <DataTable
      label={label}
      rows={rows}
      columns={columns}
      keyOf={({ role, code }) => `${role} ${code}`}
      none={t('none')}
      testId="figures"
    />
  );
}
