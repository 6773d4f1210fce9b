'use client';
import { useTranslations } from 'use-intl';
import { secondText } from '../../i18n/instants.ts';
import { useStored } from '../../stores/use-summary.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import styles from './key-bar.module.css';

const HINTS = [
  { keys: ['J', 'K'], word: 'upDown' },
  { keys: ['⏎'], word: 'open' },
  { keys: ['1', '2', '3', '4'], word: 'queues' },
  { keys: ['T'], word: 'take' },
  { keys: ['/'], word: 'filter' },
  { keys: ['O'], word: 'find' },
  { keys: ['M'], word: 'comment' },
] as const;

/** The keys that matter, and the last act that was carried out. */
export function KeyBar() {
  const t = useTranslations('desk.keys');
  const moves = useTranslations('move');
  const desk = useDesk();
  const zone = useTimeZone();
  const done = useStored(desk.runner.done, 0);
  return (
    <footer className={styles.bar}>
      {HINTS.map(({ keys, word }) => (
        <span key={word}>
          {keys.map((key) => (
            <Key key={key}>{key}</Key>
          ))}{' '}
          {t(word)}
        </span>
      ))}
      <button type="button" onClick={() => desk.fold({ keys: true })} data-testid="show-keys">
        <Key>?</Key> {t('all')}
      </button>
      <span className={styles.done} role="status" data-testid="last-done">
        {done !== null && (
          <>
            {secondText(done.at, zone)} {t('done', { act: moves(`${done.act}.name`) })} {done.caseNumber}
          </>
        )}
      </span>
    </footer>
  );
}
