'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import parts from '../../frame/page-parts.module.css';
import styles from './people.module.css';

/** A password that was just given. Nobody can read it again. */
export function PasswordNote({ username, password }: { username: string; password: string }) {
  const t = useTranslations('people.password');
  const [copied, setCopied] = useState<string | null>(null);
  const copy = (): void => {
    navigator.clipboard.writeText(password).then(
      () => setCopied(password),
      (error: unknown) => console.info('the password could not be copied', error),
    );
  };
  return (
    <div className={styles.password} role="status" data-testid="password-note">
      <p>{t('says', { username })}</p>
      <p>
        <code data-testid="password">{password}</code>
        <button type="button" className={parts.button} onClick={copy}>
          {t(copied === password ? 'copied' : 'copy')}
        </button>
      </p>
      <p className={parts.note}>{t('once')}</p>
    </div>
  );
}
