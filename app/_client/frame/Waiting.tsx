'use client';
import { useTranslations } from 'use-intl';
import { SignedOut } from '../desk/api.ts';
import { Refused } from './answer.ts';
import styles from './page-parts.module.css';

/** In place of what is not there yet or could not be had: what is the matter, and the way on. */
export function Waiting({
  asked,
  again,
}: {
  asked: { state: 'asking' } | { state: 'failed'; error: Error };
  again: () => void;
}) {
  const t = useTranslations('frame.waiting');
  if (asked.state === 'asking')
    return (
      <p className={styles.waiting} role="status">
        {t('asking')}
      </p>
    );
  return (
    <div className={styles.waiting} role="alert" data-testid="failed">
      <p>{t(reasonOf(asked.error))}</p>
      {asked.error instanceof Refused && <p className={styles.detail}>{asked.error.message}</p>}
      <button type="button" className={styles.button} onClick={again}>
        {t('again')}
      </button>
    </div>
  );
}

/** What there is nothing of, and where it would come from. */
export function Empty({ children }: { children: string }) {
  return <p className={styles.waiting}>{children}</p>;
}

function reasonOf(error: Error): 'signedOut' | 'notAllowed' | 'missing' | 'store' | 'counting' | 'refused' | 'offline' {
  if (error instanceof SignedOut) return 'signedOut';
  if (!(error instanceof Refused)) return 'offline';
  if (error.status === 403) return 'notAllowed';
  if (error.status === 404) return 'missing';
  if (error.problem?.code === 'not-ready') return 'counting';
  return error.status === 503 ? 'store' : 'refused';
}
