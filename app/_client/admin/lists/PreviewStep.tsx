'use client';
import { Tabs } from '@base-ui/react/tabs';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import parts from '../../frame/page-parts.module.css';
import { countText } from '../../i18n/numbers.ts';
import { ChangeTable } from './ChangeTable.tsx';
import type { ListPreview } from './list-answers.ts';
import { fetchRejected, type Chosen } from './list-calls.ts';
import { ProblemsOnMap } from '../problems/ProblemsOnMap.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { saveFile } from './save-file.ts';
import styles from './lists.module.css';

const COUNTS = ['rows', 'added', 'changed', 'removed', 'unchanged'] as const;

/** What the file would change and what is wrong with it. */
export function PreviewStep({ kind, preview, chosen }: { kind: string; preview: ListPreview; chosen: Chosen }) {
  const t = useTranslations('admin.lists');
  const { counts, changes, problems, problemsTotal } = preview;
  const changesTotal = counts.added + counts.changed + counts.removed;
  const [saving, setSaving] = useState<'no' | 'yes' | 'failed'>('no');
  const save = (): void => {
    setSaving('yes');
    fetchRejected(kind, chosen).then(
      (file) => {
        saveFile(file, `${kind}-problems.csv`);
        setSaving('no');
      },
      (error: unknown) => {
        console.info('the rows could not be fetched', error);
        setSaving('failed');
      },
    );
  };
  return (
    <>
      <dl className={styles.counts} data-testid="counts">
        {COUNTS.map((name) => (
          <div key={name} data-name={name}>
            <dt>{t(`count.${name}`)}</dt>
            <dd>{countText(counts[name])}</dd>
          </div>
        ))}
        <div data-name="problems">
          <dt>{t('count.problems')}</dt>
          <dd>{countText(problemsTotal)}</dd>
        </div>
      </dl>
      <Tabs.Root defaultValue={problemsTotal > 0 ? 'problems' : 'changes'}>
        <Tabs.List className={styles.tabs}>
          <Tabs.Tab value="changes" data-testid="tab-changes">
            {t('changes', { count: countText(changesTotal) })}
          </Tabs.Tab>
          <Tabs.Tab value="problems" data-testid="tab-problems">
            {t('problems', { count: countText(problemsTotal) })}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="changes">
          <ChangeTable changes={changes} />
          {changes.length < changesTotal && (
            <p className={styles.more}>
              {t('notAll', { shown: countText(changes.length), all: countText(changesTotal) })}
            </p>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="problems">
          {problems.length === 0 ? (
            <p className={styles.more}>{t('noProblems')}</p>
          ) : (
            <>
              {problems.some(({ shape }) => shape != null) ? (
                <ProblemsOnMap problems={problems} />
              ) : (
                <ProblemTable problems={problems} />
              )}
              <p className={styles.more}>
                <button
                  type="button"
                  className={parts.button}
                  disabled={saving === 'yes'}
                  onClick={save}
                  data-testid="save-problems"
                >
                  {t('saveProblems')}
                </button>
                {saving === 'failed' && <span role="alert">{t('saveFailed')}</span>}
                {problems.length < problemsTotal &&
                  t('notAll', { shown: countText(problems.length), all: countText(problemsTotal) })}
              </p>
            </>
          )}
        </Tabs.Panel>
      </Tabs.Root>
    </>
  );
}
