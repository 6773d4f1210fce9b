'use client';
import { useTranslations } from 'use-intl';
import { Refused } from '../../frame/answer.ts';
import { problemsOf } from './list-calls.ts';
import { ProblemTable } from './ProblemTable.tsx';
import styles from './lists.module.css';

/** Why the server did not take it: row by row, or in its own words where it names none. */
export function RefusalNote({ error }: { error: Error }) {
  const t = useTranslations('admin.lists');
  const problems = problemsOf(error);
  return (
    <div className={styles.refused} role="alert" data-testid="refused">
      <b>{error instanceof Refused ? t('refused') : t('unreachable')}</b>
      {error instanceof Refused && problems.length === 0 && <p>{error.message}</p>}
      <p>{t('nothingStored')}</p>
      {problems.length > 0 && <ProblemTable problems={problems} />}
    </div>
  );
}
