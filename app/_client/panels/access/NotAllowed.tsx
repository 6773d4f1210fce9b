'use client';
import { useTranslations } from 'use-intl';
import styles from './access.module.css';

/** All that is left on the glass of a screen that may show nothing any more. */
export function NotAllowed() {
  const t = useTranslations('screens.door');
  return (
    <main className={styles.access} data-testid="not-allowed">
      <h1>{t('notAllowed')}</h1>
    </main>
  );
}
