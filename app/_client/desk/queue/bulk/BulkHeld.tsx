'use client';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { TickingText } from '../../../realtime/TickingText.tsx';
import { useDesk } from '../../DeskProvider.tsx';
import { keyOfCommand } from '../../keys/desk-commands.ts';
import { Key } from '../../shapes/Key.tsx';
import type { BulkState } from './bulk-runner.ts';
import styles from './bulk.module.css';

/** An act on several that nothing undoes, before it is sent: it can still be taken back. */
export function BulkHeld({ state }: { state: Extract<BulkState, { phase: 'held' }> }) {
  const t = useTranslations('queues.bulk');
  const desk = useDesk();
  const { act, total, sendsAt } = state;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const left = useCallback(
    (now: number) => t('heldFor', { seconds: Math.max(0, Math.ceil((sendsAt - now) / 1_000)) }),
    [sendsAt, t],
  );
  return (
    <section className={styles.bar} aria-label={t('title')} data-testid="bulk-held">
      <p className={styles.head} role="status">
        <b>
          <TickingText textAt={left} /> · {t('yes', { act: t(`act.${act}`), count: total })}
        </b>
      </p>
      <p className={styles.sums}>{t('heldSays')}</p>
      <div className={styles.acts}>
        <button ref={first} type="button" onClick={() => desk.bulk.takeBack()} data-testid="bulk-take-back">
          <Key>{keyOfCommand('undo')}</Key> {t('takeBack')}
        </button>
        <button type="button" onClick={() => desk.bulk.sendNow()} data-testid="bulk-send-now">
          {t('sendNow')}
        </button>
      </div>
    </section>
  );
}
