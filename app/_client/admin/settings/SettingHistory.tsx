'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SettingChangesAnswer } from '#wire/http/setting-changes.ts';
import type { Asked } from '../../frame/use-answer.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { dayText, minuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { ConfirmDialog } from '../lists/ConfirmDialog.tsx';
import styles from './settings.module.css';

export type ChangedValue = SettingChangesAnswer['changes'][number]['values'][number];

type Props = {
  asked: Asked<SettingChangesAnswer>;
  again: () => void;
  /** One changed value in words. */
  lineOf: (value: ChangedValue) => string;
  /** Brings the values before a change back; rejects with what the server said. */
  onUndo: (values: readonly ChangedValue[]) => Promise<void>;
};

/** Who changed what when, newest first; each change can be taken back. */
export function SettingHistory({ asked, again, lineOf, onUndo }: Props) {
  const t = useTranslations('settings');
  const { timeZone } = usePlaceOfWork();
  const { language } = useLanguage();
  const [refused, setRefused] = useState<string | null>(null);
  const undo = (values: readonly ChangedValue[]): void => {
    setRefused(null);
    onUndo(values).catch((error: unknown) => setRefused(error instanceof Error ? error.message : String(error)));
  };
  return (
    <section className={styles.history} aria-label={t('history')} data-testid="setting-history">
      <h3>{t('history')}</h3>
      {refused !== null && <p role="alert">{t('refused', { why: refused })}</p>}
      {asked.state !== 'ready' && <Waiting asked={asked} again={again} />}
      {asked.state === 'ready' && asked.answer.changes.length === 0 && <p className={parts.note}>{t('noHistory')}</p>}
      {asked.state === 'ready' && (
        <ol>
          {asked.answer.changes.map(({ at, by, values }) => (
            <li key={at}>
              <p className={styles.when}>
                {dayText(at, timeZone, language)} {minuteText(at, timeZone)} · {by}
                {values.every(({ was }) => was !== null) && (
                  <ConfirmDialog
                    trigger={
                      <button type="button" className={parts.link} data-testid="take-back">
                        {t('undo')}
                      </button>
                    }
                    title={t('undoTitle')}
                    lines={values.map(({ name, was, is }) => lineOf({ name, was: is, is: was }))}
                    yes={t('undo')}
                    onYes={() => undo(values)}
                  />
                )}
              </p>
              {values.map((value) => (
                <p key={value.name}>{lineOf(value)}</p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
