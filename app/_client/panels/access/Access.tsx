'use client';
import { useTranslations } from 'use-intl';
import styles from './access.module.css';

/** A whole screen that says in plain words how this screen gets to see its wall. */
export function Access({
  wall,
  screen,
  reason,
}: {
  wall: string;
  screen: string;
  reason: 'not-signed-in' | 'not-allowed';
}) {
  const t = useTranslations('wall.access');
  return (
    <main className={styles.access} data-testid="access">
      <h1>{t('title')}</h1>
      <p>{t('why', { wall, screen })}</p>
      <p>{reason === 'not-allowed' ? t('notAllowed') : t('how', { wall, screen })}</p>
      <p className={styles.again}>{t('again')}</p>
    </main>
  );
}
