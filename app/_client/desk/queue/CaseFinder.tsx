'use client';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useDesk } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import styles from './queue.module.css';

/** Opens any case by its number, whether it has alerts or not. */
export function CaseFinder() {
  const t = useTranslations('desk.finder');
  const desk = useDesk();
  const [number, setNumber] = useState('');
  const find = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = number.trim().toUpperCase();
    if (wanted === '') return;
    desk.openCase(wanted);
    setNumber('');
    // The case has the keys from now on, also one that was open already.
    document.getElementById('desk-case')?.focus({ preventScroll: true });
  };
  return (
    <form className={styles.finder} onSubmit={find} role="search">
      <Key>O</Key>
      <input
        id="desk-finder"
        value={number}
        onChange={(event) => setNumber(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) event.currentTarget.blur();
        }}
        placeholder={t('number')}
        aria-label={t('number')}
        autoComplete="off"
        spellCheck={false}
        data-testid="find-case"
      />
      <button type="submit">{t('open')}</button>
    </form>
  );
}
