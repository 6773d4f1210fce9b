'use client';
import { type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { secondText } from '../../i18n/instants.ts';
import { useStored, useSummary } from '../../stores/use-summary.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import styles from './acts.module.css';

/** The note to a case. Every key stroke is kept in the browser until the server has it; Enter sends. */
export function CommentBox({ number, disabled }: { number: string; disabled: boolean }) {
  const t = useTranslations('desk.comment');
  const desk = useDesk();
  const zone = useTimeZone();
  const acting = useStored(desk.runner, 0);
  useSummary(desk.drafts, readVersion, 0);
  const draft = desk.drafts.read(number, 'comment');
  const pending = acting.phase === 'pending';
  const send = async (): Promise<void> => {
    const text = draft.text.trim();
    if (text === '' || disabled || pending) return;
    await desk.forms.note(number, text);
  };
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      event.currentTarget.blur();
      document.getElementById('desk-case')?.focus();
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };
  return (
    <div className={styles.comment}>
      <Key>M</Key>
      <textarea
        id="desk-comment"
        rows={Math.min(4, draft.text.split('\n').length)}
        value={draft.text}
        onChange={(event) => desk.drafts.write(number, 'comment', event.target.value, Date.now())}
        onKeyDown={keys}
        placeholder={t('placeholder')}
        aria-label={t('placeholder')}
        maxLength={2000}
        data-testid="comment"
      />
      <span className={styles.kept} data-testid="draft-kept">
        {draft.text === ''
          ? ''
          : draft.keptAt === null
            ? t('notKept')
            : t('kept', { time: secondText(draft.keptAt, zone) })}
      </span>
      <button
        type="button"
        className={styles.act}
        disabled={disabled || pending || draft.text.trim() === ''}
        onClick={() => void send()}
        data-testid="comment-send"
      >
        <Key>⏎</Key> {t('send')}
      </button>
    </div>
  );
}

function readVersion({ version }: { version: number }): number {
  return version;
}
