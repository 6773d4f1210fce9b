'use client';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PeopleDoneAnswer, PeoplePreviewAnswer } from '#wire/http/accounts.ts';
import { FileDrop } from '../../frame/FileDrop.tsx';
import { PageHead } from '../../frame/PageHead.tsx';
import parts from '../../frame/page-parts.module.css';
import { problemsOf } from '../lists/list-calls.ts';
import type { ListProblem } from '../lists/list-answers.ts';
import { ProblemTable } from '../lists/ProblemTable.tsx';
import { importPeople, previewPeople } from './import-calls.ts';
import { ImportDone } from './ImportDone.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import styles from './people.module.css';

type State =
  | { at: 'choose'; refused: { why: string; problems: readonly ListProblem[] } | null }
  | { at: 'busy'; file: File }
  | { at: 'preview'; file: File; preview: PeoplePreviewAnswer }
  | { at: 'done'; done: PeopleDoneAnswer };

/** A file of people: chosen, shown, put in, and the first passwords to hand out. */
export function PeopleImportPage() {
  const t = useTranslations('people.import');
  const [state, setState] = useState<State>({ at: 'choose', refused: null });
  const failed = (error: unknown): void => {
    const problems = error instanceof Error ? problemsOf(error) : [];
    const why = error instanceof Error ? error.message : String(error);
    setState({ at: 'choose', refused: { why, problems } });
  };
  const choose = (file: File): void => {
    setState({ at: 'busy', file });
    previewPeople(file).then((preview) => setState({ at: 'preview', file, preview }), failed);
  };
  const apply = (file: File, { basis }: PeoplePreviewAnswer): void => {
    setState({ at: 'busy', file });
    importPeople(file, basis).then((done) => setState({ at: 'done', done }), failed);
  };
  const again = (): void => setState({ at: 'choose', refused: null });
  return (
    <>
      <PageHead title={t('title')} says={t('says')}>
        <Link href="/admin/accounts" prefetch={false} className={parts.button}>
          {t('back')}
        </Link>
      </PageHead>
      <div className={styles.import}>
        {state.at === 'choose' && <Choose onFile={choose} />}
        {state.at === 'choose' && state.refused !== null && (
          <>
            <p role="alert" className={styles.refused}>
              {t('refused', { why: state.refused.why })}
            </p>
            {state.refused.problems.length > 0 && <ProblemTable problems={state.refused.problems} />}
          </>
        )}
        {state.at === 'busy' && <p role="status">{t('busy', { file: state.file.name })}</p>}
        {state.at === 'preview' && (
          <ImportPreview
            file={state.file}
            preview={state.preview}
            onApply={() => apply(state.file, state.preview)}
            onBack={again}
          />
        )}
        {state.at === 'done' && <ImportDone done={state.done} onAgain={again} />}
      </div>
    </>
  );
}

function Choose({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('people.import');
  return (
    <>
      <FileDrop accept=".csv,.xlsx,.txt,.tsv" onFile={onFile}>
        <b>{t('drop')}</b>
        <span>{t('dropSays')}</span>
      </FileDrop>
      <p className={parts.note}>
        {t('template')}{' '}
        {(['xlsx', 'csv'] as const).map((format) => (
          <a key={format} className={styles.template} href={`/api/v1/people/template?format=${format}`} download>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
    </>
  );
}
