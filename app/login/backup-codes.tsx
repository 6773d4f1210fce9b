'use client';
import { useTranslations } from 'use-intl';
import styles from './login.module.css';

/** Codes for when the authenticator app is lost, shown this once. */
export function BackupCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations('login.backup');
  return (
    <section className={styles.form} aria-labelledby="backup-codes">
      <h1 id="backup-codes">{t('title')}</h1>
      <p className={styles.says}>{t('says')}</p>
      <ol className={styles.codes} data-testid="backup-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <button type="button" onClick={onKept} autoFocus data-testid="kept">
        {t('kept')}
      </button>
    </section>
  );
}
