'use client';
import Link from 'next/link';
import { useReducer, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import parts from '../../frame/page-parts.module.css';
import { ApplyStep } from './ApplyStep.tsx';
import { ChooseStep } from './ChooseStep.tsx';
import { freshImport, importStep, missingOptions, sentOptions } from './import-state.ts';
import type { ListAnswer } from './list-answers.ts';
import { applyList, previewList } from './list-calls.ts';
import { inForceAddress } from './list-words.ts';
import { PreviewStep } from './PreviewStep.tsx';
import { RefusalNote } from './RefusalNote.tsx';
import styles from './lists.module.css';

/** Choose a file, see what it changes, put it in force: the next step opens when the one before is done. */
export function ImportSteps({ list, onChanged }: { list: ListAnswer; onChanged: () => void }) {
  const t = useTranslations('admin.lists');
  const [state, step] = useReducer(importStep, list.options, freshImport);
  const { file, preview, at } = state;
  const missing = missingOptions(list.options, state.options);
  const failed = (error: unknown): void =>
    step({ type: 'refused', error: error instanceof Error ? error : new Error(String(error)) });
  const look = (): void => {
    if (file === null) return;
    step({ type: 'look' });
    previewList(list.id, { file, options: sentOptions(state.options) }).then(
      (seen) => step({ type: 'seen', preview: seen }),
      failed,
    );
  };
  const apply = (): void => {
    if (file === null || preview === null) return;
    step({ type: 'apply' });
    applyList(list.id, { file, options: sentOptions(state.options) }, preview.basis).then((version) => {
      step({ type: 'applied', version });
      onChanged();
    }, failed);
  };
  return (
    <ol className={styles.steps}>
      <Step no={1} title={t('step.choose')} open>
        <ChooseStep list={list} state={state} step={step} />
        <p className={styles.act}>
          <button
            type="button"
            className={parts.button}
            data-main={preview === null || undefined}
            disabled={file === null || missing.length > 0 || at === 'looking' || at === 'applying'}
            onClick={look}
            data-testid="look"
          >
            {at === 'looking' ? t('looking') : t('look')}
          </button>
          <span className={parts.note}>{t('lookSays')}</span>
        </p>
        {state.refused !== null && preview === null && <RefusalNote error={state.refused} />}
      </Step>
      <Step no={2} title={t('step.see')} open={preview !== null}>
        {preview !== null && file !== null && (
          <PreviewStep kind={list.id} preview={preview} chosen={{ file, options: sentOptions(state.options) }} />
        )}
      </Step>
      <Step no={3} title={t('step.apply')} open={preview !== null}>
        {preview !== null && state.applied === null && (
          <ApplyStep kind={list.id} preview={preview} busy={at === 'applying'} onApply={apply} />
        )}
        {state.refused !== null && preview !== null && <RefusalNote error={state.refused} />}
        {state.applied !== null && (
          <div className={styles.done} role="status" data-testid="applied">
            <b>{t('applied', { version: state.applied.version })}</b>
            <span>{t('appliedSays')}</span>
            {inForceAddress(list.id) !== null && (
              <Link href={inForceAddress(list.id) ?? ''} prefetch={false}>
                {t('lookInForce')}
              </Link>
            )}
          </div>
        )}
      </Step>
    </ol>
  );
}

function Step({ no, title, open, children }: { no: number; title: string; open: boolean; children: ReactNode }) {
  return (
    <li data-open={open} aria-current={open ? 'step' : undefined}>
      <h2>
        <i aria-hidden="true">{no}</i> {title}
      </h2>
      {open && <div>{children}</div>}
    </li>
  );
}
