'use client';
import { useTranslations } from 'use-intl';
import type { AccountAct, AccountAnswer } from '#wire/http/accounts.ts';
import parts from '../../frame/page-parts.module.css';
import { ConfirmDialog } from '../lists/ConfirmDialog.tsx';
import styles from './people.module.css';

type Props = { account: AccountAnswer; onAct: (act: AccountAct) => void };

/** What can be done to an account. What ends somebody's work is asked twice. */
export function AccountActs({ account, onAct }: Props) {
  const t = useTranslations('people.act');
  const { disabled, lockedUntil, hasCode, username } = account;
  const asked = (act: 'disable' | 'password' | 'forget-code', title: string, says: string) => (
    <ConfirmDialog
      trigger={
        <button type="button" className={parts.button} data-testid={act}>
          {title}
        </button>
      }
      title={`${title} · ${username}`}
      lines={[says]}
      yes={title}
      onYes={() => onAct({ act })}
    />
  );
  const simple = (act: 'enable' | 'unlock', title: string) => (
    <button type="button" className={parts.button} onClick={() => onAct({ act })} data-testid={act}>
      {title}
    </button>
  );
  return (
    <>
      <h3>{t('title')}</h3>
      <p className={styles.acts}>
        {lockedUntil !== null && simple('unlock', t('unlock'))}
        {asked('password', t('password'), t('passwordSays'))}
        {hasCode && asked('forget-code', t('forgetCode'), t('forgetCodeSays'))}
        {disabled ? simple('enable', t('enable')) : asked('disable', t('disable'), t('disableSays'))}
      </p>
    </>
  );
}
