'use client';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AlertStore } from '../../stores/alert-store.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import styles from './queue.module.css';

/** A word to who had them: cases that went back to the queue because nothing was done on them. */
export function ReturnedPane() {
  const t = useTranslations('queues.returned');
  const { me, picture } = useDesk();
  const [seenAt, setSeenAt] = useState(0);
  const read = useCallback(
    (store: AlertStore) => {
      const mine = new Set<string>();
      for (const { returned, caseNumber } of store.rows.values())
        if (returned?.why === 'idle' && returned.from === me.id && returned.at > seenAt) mine.add(caseNumber);
      return [...mine].sort().join(' ');
    },
    [me.id, seenAt],
  );
  const numbers = useSummary(picture.alerts, read, 1_000);
  if (numbers === '') return null;
  return (
    <p className={styles.returned} role="status" data-testid="returned">
      {t('mine', { count: numbers.split(' ').length, numbers })}{' '}
      <button type="button" onClick={() => setSeenAt(picture.now())}>
        {t('dismiss')}
      </button>
    </p>
  );
}
