'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { PeoplePreviewAnswer } from '#wire/http/accounts.ts';
import { DataTable, type Column } from '../../frame/DataTable.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { ConfirmDialog } from '../lists/ConfirmDialog.tsx';
import { ProblemTable } from '../lists/ProblemTable.tsx';
import { saveFile } from '../lists/save-file.ts';
import { nameOr } from '../names.ts';
import { fetchRejected } from './import-calls.ts';
import { usePlaceName } from './use-place-name.ts';
import { useRoleName } from './use-role-name.ts';
import styles from './people.module.css';

type Props = { file: File; preview: PeoplePreviewAnswer; onApply: () => void; onBack: () => void };
type Change = PeoplePreviewAnswer['changes'][number];
type Member = 'name' | 'role' | 'scope' | 'department';

/** What a file would do: who is new, who changes, and which rows are left out. */
export function ImportPreview({ file, preview, onApply, onBack }: Props) {
  const t = useTranslations('people.import');
  const { counts, changes, problems } = preview;
  const todo = counts.added + counts.changed;
  const columns = useChangeColumns();
  const words = {
    added: countText(counts.added),
    changed: countText(counts.changed),
    unchanged: countText(counts.unchanged),
    refused: countText(counts.refused),
  };
  return (
    <>
      <p data-testid="counts">
        <b>{file.name}</b> {t('counts', words)}
      </p>
      <p className={styles.acts}>
        <ConfirmDialog
          trigger={
            <button type="button" className={parts.button} data-main disabled={todo === 0} data-testid="apply">
              {t('apply')}
            </button>
          }
          title={t('confirm', words)}
          lines={[t('confirmSays'), ...(counts.refused > 0 ? [t('confirmLeaves', words)] : [])]}
          yes={t('apply')}
          onYes={onApply}
        />
        <button type="button" className={parts.button} onClick={onBack}>
          {t('other')}
        </button>
        {problems.length > 0 && (
          <button
            type="button"
            className={parts.button}
            onClick={() =>
              void fetchRejected(file).then(
                (rows) => saveFile(rows, t('rejectedName')),
                (error: unknown) => console.info('the rows could not be fetched', error),
              )
            }
            data-testid="rejected"
          >
            {t('rejected')}
          </button>
        )}
      </p>
      {problems.length > 0 && (
        <>
          <h2>{t('problems', words)}</h2>
          <ProblemTable problems={problems} />
        </>
      )}
      {changes.length > 0 && (
        <>
          <h2>{t('changes')}</h2>
          <DataTable
            label={t('changes')}
            rows={changes}
            columns={columns}
            keyOf={({ key }) => key}
            none=""
            mostHigh="26rem"
            testId="changes"
          />
        </>
      )}
    </>
  );
}

function useChangeColumns(): Column<Change>[] {
  const people = useTranslations('people');
  const placeName = usePlaceName();
  const { roles, nameOf } = useRoleName();
  const { names } = usePlaceOfWork();
  const { language } = useLanguage();
  return useMemo(() => {
    const shown = (member: Member, value: string): string => {
      if (member === 'scope') return placeName(value);
      if (member === 'role') return nameOf(roles.find((role) => role === value) ?? 'operator');
      const department = member === 'department' ? names.department(value) : null;
      return department === null ? value : nameOr(language, department);
    };
    const column = (id: Member): Column<Change> => ({
      id,
      head: people(id),
      width: 'minmax(7rem, 1fr)',
      cell: ({ before, after }) => {
        const is = after?.[id];
        if (is === undefined) return '';
        const was = before?.[id];
        return was === undefined ? shown(id, is) : `${shown(id, was) || '–'} → ${shown(id, is) || '–'}`;
      },
    });
    return [
      {
        id: 'change',
        head: people('import.change'),
        width: '5.5rem',
        cell: ({ change }) => (
          <span className={parts.tag}>{people(change === 'added' ? 'import.added' : 'import.changed')}</span>
        ),
      },
      { id: 'username', head: people('username'), width: 'minmax(8rem, 1fr)', cell: ({ key }) => key },
      ...(['name', 'role', 'scope', 'department'] as const).map(column),
    ];
  }, [people, placeName, roles, nameOf, names, language]);
}
