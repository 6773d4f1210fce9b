'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '../../frame/DataTable.tsx';
import { changeParts } from './change-parts.ts';
import type { ListChange } from './list-answers.ts';
import { useListWords } from './list-words.ts';
import styles from './lists.module.css';

const SIGNS: Readonly<Record<ListChange['change'], string>> = { added: '+', changed: '≠', removed: '−' };

/** Every entry that would change: what it was, and what it becomes. */
export function ChangeTable({ changes }: { changes: readonly ListChange[] }) {
  const t = useTranslations('admin.lists');
  const columns = useMemo(
    (): Column<ListChange>[] => [
      {
        id: 'change',
        head: t('changeHead'),
        width: '6.5rem',
        sortBy: ({ change }) => change,
        cell: ({ change }) => (
          <span className={styles.change} data-change={change}>
            <i aria-hidden="true">{SIGNS[change]}</i> {t(`change.${change}`)}
          </span>
        ),
      },
      { id: 'key', head: t('key'), width: 'minmax(9rem, 1fr)', sortBy: ({ key }) => key, cell: ({ key }) => key },
      { id: 'what', head: t('what'), width: 'minmax(18rem, 3fr)', cell: (change) => <Parts change={change} /> },
    ],
    [t],
  );
  return (
    <DataTable
      label={t('changesLabel')}
      rows={changes}
      columns={columns}
      keyOf={({ key, change }) => `${change} ${key}`}
      none={t('noChanges')}
      mostHigh="26rem"
      testId="changes"
    />
  );
}

function Parts({ change }: { change: ListChange }) {
  const t = useTranslations('admin.lists');
  const words = useListWords();
  return (
    <ul className={styles.parts}>
      {changeParts(change).map(({ member, before, after }) => (
        <li key={member}>
          <em>{words.member(member)}</em>{' '}
          {change.change === 'changed' ? (
            <>
              <del>{before || t('empty')}</del> → <ins>{after || t('empty')}</ins>
            </>
          ) : (
            <span>{(change.change === 'added' ? after : before) || t('empty')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
