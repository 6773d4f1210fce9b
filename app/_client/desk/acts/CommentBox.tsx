'use client';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { PersonAnswer } from '#wire/http/mention.ts';
import { secondText } from '../../i18n/instants.ts';
import { useStored, useSummary } from '../../stores/use-summary.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { namingAt, withName, type Naming } from '../mentions/naming.ts';
import { PeopleOffer } from '../mentions/PeopleOffer.tsx';
import { usePeople } from '../mentions/use-people.ts';
import { PhotoField } from '../photos/PhotoField.tsx';
import { Key } from '../shapes/Key.tsx';
import styles from './acts.module.css';

/**
 * The note to a case. Every key stroke is kept in the browser until the server has it; Enter sends. Behind an `@` it offers
 * who may see the case.
 */
export function CommentBox({ number, disabled }: { number: string; disabled: boolean }) {
  const t = useTranslations('desk.comment');
  const desk = useDesk();
  const zone = useTimeZone();
  const acting = useStored(desk.runner, 0);
  useSummary(desk.drafts, readVersion, 0);
  const draft = desk.drafts.read(number, 'comment');
  const box = useRef<HTMLTextAreaElement>(null);
  const offerId = useId();
  const [naming, setNaming] = useState<Naming | null>(null);
  const [at, setAt] = useState(0);
  const people = usePeople(number, naming?.text ?? null);
  const offers = naming !== null && people.length > 0;
  const pending = acting.phase === 'pending';
  const look = (text: string, caret: number): void => {
    setNaming(namingAt(text, caret));
    setAt(0);
  };
  const choose = (person: PersonAnswer): void => {
    if (naming === null) return;
    const { text, caret } = withName(draft.text, naming, person.name);
    desk.forms.name(number, { id: person.id, name: person.name }, text);
    setNaming(null);
    requestAnimationFrame(() => box.current?.setSelectionRange(caret, caret));
  };
  const send = async (): Promise<void> => {
    const text = draft.text.trim();
    if (text === '' || disabled || pending) return;
    await desk.forms.note(number, text);
  };
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const chosen = people[at];
    if (offers && chosen !== undefined && inOffer(event, chosen)) return;
    if (event.key === 'Escape') {
      event.currentTarget.blur();
      document.getElementById('desk-case')?.focus();
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };
  /** True where the key was for the list of people. */
  const inOffer = (event: KeyboardEvent<HTMLTextAreaElement>, chosen: PersonAnswer): boolean => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 && event.key !== 'Enter' && event.key !== 'Tab' && event.key !== 'Escape') return false;
    event.preventDefault();
    event.stopPropagation();
    if (step !== 0) setAt((at + step + people.length) % people.length);
    else if (event.key === 'Escape') setNaming(null);
    else choose(chosen);
    return true;
  };
  return (
    <>
      <div className={styles.comment}>
        <Key>M</Key>
        <textarea
          ref={box}
          id="desk-comment"
          rows={Math.min(4, draft.text.split('\n').length)}
          value={draft.text}
          onChange={({ target }) => {
            desk.drafts.write(number, 'comment', target.value, Date.now());
            look(target.value, target.selectionStart);
          }}
          onKeyDown={keys}
          onBlur={() => setNaming(null)}
          placeholder={t('placeholder')}
          aria-label={t('placeholder')}
          aria-controls={offers ? offerId : undefined}
          aria-activedescendant={offers ? `${offerId}-${at}` : undefined}
          maxLength={2000}
          data-testid="comment"
        />
        {offers && <PeopleOffer id={offerId} people={people} at={at} onChoose={choose} />}
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
      <PhotoField key={number} number={number} act="comment" />
    </>
  );
}

function readVersion({ version }: { version: number }): number {
  return version;
}
