'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { QrCode } from '#client/screen/QrCode.tsx';
import type { Needed } from './sign-in-call.ts';
import styles from './login.module.css';

/** What a step of signing in asks for beside the password. */
export function StepFields({ needed }: { needed: Needed }) {
  const t = useTranslations('login');
  const [lost, setLost] = useState(false);
  if (needed.kind === 'new-password')
    return (
      <>
        <p className={styles.says}>{t('newPasswordSays')}</p>
        <label htmlFor="newPassword">{t('newPassword')}</label>
        <input
          id="newPassword"
          name="newPassword"
          type="password"
          autoComplete="new-password"
          maxLength={128}
          required
          autoFocus
        />
        <label htmlFor="again">{t('again')}</label>
        <input id="again" name="again" type="password" autoComplete="new-password" maxLength={128} required />
      </>
    );
  return (
    <>
      {needed.kind === 'set-up' && <SetUp totpUri={needed.totpUri} />}
      <label htmlFor="code">{t(lost ? 'backup.code' : 'code')}</label>
      <input
        key={String(lost)}
        id="code"
        name="code"
        inputMode={lost ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        pattern={lost ? '[0-9A-Za-z \\-]{24,40}' : '[0-9 ]{6,7}'}
        maxLength={lost ? 40 : 7}
        required
        autoFocus
      />
      {needed.kind === 'code' && (
        <>
          {!lost && (
            <label className={styles.choice}>
              <input type="checkbox" name="newBackupCodes" />
              {t('backup.renew')}
            </label>
          )}
          <button type="button" className={styles.back} onClick={() => setLost(!lost)} data-testid="app-lost">
            {t(lost ? 'backup.useApp' : 'backup.lost')}
          </button>
        </>
      )}
    </>
  );
}

function SetUp({ totpUri }: { totpUri: string }) {
  const t = useTranslations('login');
  const secret = new URL(totpUri).searchParams.get('secret') ?? '';
  return (
    <>
      <p className={styles.says}>{t('setUpSays')}</p>
      <QrCode text={totpUri} label={t('qr')} className={styles.qr} />
      <p className={styles.says}>
        {t('secret')} <code data-testid="totp-secret">{secret.replace(/(.{4})(?=.)/gu, '$1 ')}</code>
      </p>
    </>
  );
}
