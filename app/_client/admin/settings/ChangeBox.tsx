'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import parts from '../../frame/page-parts.module.css';
import { ConfirmDialog } from '../lists/ConfirmDialog.tsx';
import styles from './settings.module.css';

type Props = {
  /** What changes, a line each; empty: nothing does. */
  lines: readonly string[];
  /** Whether what was typed can be stored. */
  valid: boolean;
  /** Stores the change; rejects with what the server said. */
  onApply: () => Promise<void>;
  onDiscard: () => void;
};

type State = { at: 'idle' | 'busy' | 'done' } | { at: 'refused'; why: string };

/** What would change, and the two ways on: put it in force, after a second yes, or discard it. */
export function ChangeBox({ lines, valid, onApply, onDiscard }: Props) {
  const t = useTranslations('settings');
  const [state, setState] = useState<State>({ at: 'idle' });
  const apply = (): void => {
    setState({ at: 'busy' });
    onApply().then(
      () => setState({ at: 'done' }),
      (error: unknown) => setState({ at: 'refused', why: error instanceof Error ? error.message : String(error) }),
    );
  };
  return (
    <section className={styles.change} aria-label={t('change')} data-testid="change">
      <h3>{t('change')}</h3>
      {!valid && <p role="alert">{t('invalid')}</p>}
      {valid && lines.length === 0 && <p className={parts.note}>{t(state.at === 'done' ? 'done' : 'nothing')}</p>}
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {state.at === 'refused' && <p role="alert">{t('refused', { why: state.why })}</p>}
      <p className={styles.acts}>
        <ConfirmDialog
          trigger={
            <button
              type="button"
              className={parts.button}
              data-main
              disabled={!valid || lines.length === 0 || state.at === 'busy'}
              data-testid="apply"
            >
              {t(state.at === 'busy' ? 'applying' : 'apply')}
            </button>
          }
          title={t('confirmTitle')}
          lines={[...lines, t('confirmSays')]}
          yes={t('apply')}
          onYes={apply}
        />
        <button type="button" className={parts.button} disabled={valid && lines.length === 0} onClick={onDiscard}>
          {t('discard')}
        </button>
      </p>
    </section>
  );
}
