'use client';
import { useTranslations } from 'use-intl';
import { QrCode } from '#client/screen/QrCode.tsx';
import type { Needed } from './sign-in-call.ts';
import styles from './login.module.css';

/** What a step of signing in asks for beside the password. */
export function StepFields({ needed }: { needed: Needed }) {
  const t = useTranslations('login');
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
      <label htmlFor="code">{t('code')}</label>
      <input
        id="code"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9 ]{6,7}"
        maxLength={7}
        required
        autoFocus
      />
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
