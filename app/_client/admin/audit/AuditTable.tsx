'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '../../frame/DataTable.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { isoDayText, secondText } from '../../i18n/instants.ts';
import { useActName } from './act-words.ts';
import type { AuditLineAnswer } from './audit-question.ts';
import styles from './audit.module.css';

type Props = { lines: readonly AuditLineAnswer[]; chosen: number | null; onChoose: (no: number) => void };

/** Lines of the audit, newest first. */
export function AuditTable({ lines, chosen, onChoose }: Props) {
  const t = useTranslations('audit');
  const columns = useColumns();
  return (
    <DataTable
      label={t('title')}
      rows={lines}
      columns={columns.filter(({ id }) => chosen === null || id !== 'address')}
      keyOf={({ no }) => String(no)}
      none={t('none')}
      chosen={chosen === null ? null : String(chosen)}
      onChoose={({ no }) => onChoose(no)}
      testId="audit-table"
    />
  );
}

function useColumns(): Column<AuditLineAnswer>[] {
  const t = useTranslations('audit');
  const roles = useTranslations('desk.role');
  const actName = useActName();
  const { timeZone } = usePlaceOfWork();
  return useMemo(
    () => [
      {
        id: 'at',
        head: t('at'),
        width: '11.5rem',
        cell: ({ at }) => (
          <span className={styles.figures}>
            {isoDayText(at, timeZone)} {secondText(at, timeZone)}
          </span>
        ),
      },
      {
        id: 'who',
        head: t('who'),
        width: 'minmax(8rem, 1.2fr)',
        cell: ({ actor, role }) => (
          <>
            {actor.name || actor.id}{' '}
            {role !== 'nobody' && roles(role) !== actor.name && <span className={styles.soft}>{roles(role)}</span>}
          </>
        ),
      },
      { id: 'act', head: t('act.label'), width: 'minmax(8rem, 1.4fr)', cell: ({ act }) => actName(act) },
      { id: 'subject', head: t('subject'), width: 'minmax(8rem, 1.4fr)', cell: ({ subject }) => subject },
      {
        id: 'result',
        head: t('result.label'),
        width: '5rem',
        cell: ({ result }) => (
          <span className={styles.result} data-result={result}>
            {t(`result.${result}`)}
          </span>
        ),
      },
      { id: 'address', head: t('address'), width: 'minmax(7rem, 1fr)', cell: ({ address }) => address },
    ],
    [t, roles, actName, timeZone],
  );
}
