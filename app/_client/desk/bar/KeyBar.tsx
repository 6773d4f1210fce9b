'use client';
import { useTranslations } from 'use-intl';
import { secondText } from '../../i18n/instants.ts';
import { useStored } from '../../stores/use-summary.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { keyOfCommand } from '../keys/desk-commands.ts';
import { undoLast } from '../keys/undo.ts';
import { Key } from '../shapes/Key.tsx';
import styles from './key-bar.module.css';

const HINTS = [
  { of: ['next', 'previous'], word: 'upDown' },
  { of: ['open'], word: 'open' },
  { of: ['alerts', 'requests', 'supervisions', 'tasks'], word: 'queues' },
  { of: ['take'], word: 'take' },
  { of: ['filter'], word: 'filter' },
  { of: ['find'], word: 'find' },
  { of: ['comment'], word: 'comment' },
] as const;

/** The keys that matter, and the last act that was carried out. */
export function KeyBar() {
  const t = useTranslations('desk.keys');
  const moves = useTranslations('move');
  const desk = useDesk();
  const zone = useTimeZone();
  const done = useStored(desk.runner.done, 0);
  useStored(desk.open, 0);
  return (
    <footer className={styles.bar}>
      {HINTS.map(({ of, word }) => (
        <span key={word}>
          {of.map((id) => (
            <Key key={id}>{keyOfCommand(id)}</Key>
          ))}{' '}
          {t(word)}
        </span>
      ))}
      <button type="button" onClick={() => desk.fold({ keys: true })} data-testid="show-keys">
        <Key>{keyOfCommand('keys')}</Key> {t('all')}
      </button>
      <button type="button" onClick={() => desk.fold({ palette: true })} data-testid="show-palette">
        <Key>{keyOfCommand('palette')}</Key> {t('palette')}
      </button>
      <span className={styles.done} role="status" data-testid="last-done">
        {done !== null && (
          <>
            {secondText(done.at, zone)} {t('done', { act: moves(`${done.act}.name`) })} {done.caseNumber}{' '}
            {(done.act === 'take' || done.act === 'release') && desk.open.number === done.caseNumber && (
              <button type="button" onClick={() => void undoLast(desk)} data-testid="undo">
                <Key>{keyOfCommand('undo')}</Key> {t('undo')}
              </button>
            )}
          </>
        )}
      </span>
    </footer>
  );
}
