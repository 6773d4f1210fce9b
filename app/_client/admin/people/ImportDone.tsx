'use client';
import { useTranslations } from 'use-intl';
import type { PeopleDoneAnswer } from '#wire/http/accounts.ts';
import { DataTable } from '../../frame/DataTable.tsx';
import parts from '../../frame/page-parts.module.css';
import { countText } from '../../i18n/numbers.ts';
import { ProblemTable } from '../lists/ProblemTable.tsx';
import { saveFile } from '../lists/save-file.ts';
import { passwordsFile } from './import-calls.ts';
import styles from './people.module.css';

/** What became of a file, with the first passwords: nobody can read them again. */
export function ImportDone({ done, onAgain }: { done: PeopleDoneAnswer; onAgain: () => void }) {
  const t = useTranslations('people.import');
  const people = useTranslations('people');
  const { counts, made, problems } = done;
  const header = [people('username'), people('name'), t('firstPassword')];
  return (
    <>
      <p role="status" data-testid="done">
        {t('done', { added: countText(counts.added), changed: countText(counts.changed) })}
      </p>
      <p className={styles.acts}>
        {made.length > 0 && (
          <button
            type="button"
            className={parts.button}
            data-main
            onClick={() => saveFile(passwordsFile(made, header), t('passwordsName'))}
            data-testid="passwords"
          >
            {t('passwords')}
          </button>
        )}
        <button type="button" className={parts.button} onClick={onAgain}>
          {t('other')}
        </button>
      </p>
      {made.length > 0 && (
        <>
          <p className={parts.note}>{t('passwordsSays')}</p>
          <DataTable
            label={t('firstPassword')}
            rows={made}
            columns={[
              { id: 'username', head: header[0] ?? '', width: 'minmax(9rem, 1fr)', cell: ({ username }) => username },
              { id: 'name', head: header[1] ?? '', width: 'minmax(9rem, 1fr)', cell: ({ name }) => name },
              {
                id: 'password',
                head: header[2] ?? '',
                width: 'minmax(12rem, 1fr)',
                cell: ({ password }) => <code className={styles.first}>{password}</code>,
              },
            ]}
            keyOf={({ username }) => username}
            none=""
            mostHigh="26rem"
            testId="made"
          />
        </>
      )}
      {problems.length > 0 && (
        <>
          <h2>{t('problems', { refused: countText(counts.refused) })}</h2>
          <ProblemTable problems={problems} />
        </>
      )}
    </>
  );
}
