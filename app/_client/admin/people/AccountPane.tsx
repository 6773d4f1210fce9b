'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AccountAct, AccountAnswer, AccountDone } from '#wire/http/accounts.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { dayAndMinuteText, minuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { AccountActs } from './AccountActs.tsx';
import { actOnAccount, changeAccount, changedNames, type PersonForm } from './account-calls.ts';
import { States } from './AccountsTable.tsx';
import { PasswordNote } from './PasswordNote.tsx';
import { PersonFields } from './PersonFields.tsx';
import { useRefusalText } from './refusal-text.ts';
import { SessionList } from './SessionList.tsx';
import panes from '../../frame/panes.module.css';
import styles from './people.module.css';

type Props = {
  account: AccountAnswer;
  /** What was just given to it; shown this once. */
  password: string | null;
  onDone: (done: AccountDone) => void;
  onClose: () => void;
};

/** One account: who it is, what it may, what can be done to it, and where it is signed in. */
export function AccountPane({ account, password, onDone, onClose }: Props) {
  const t = useTranslations('people');
  const refusalText = useRefusalText();
  const { me, timeZone } = usePlaceOfWork();
  const { language } = useLanguage();
  const [form, setForm] = useState<PersonForm>(account);
  const [refused, setRefused] = useState<string | null>(null);
  const run = (work: Promise<AccountDone>): void => {
    setRefused(null);
    work.then(
      (done) => {
        setForm(done.account);
        onDone(done);
      },
      (error: unknown) => setRefused(refusalText(error)),
    );
  };
  const act = (wanted: AccountAct): void => run(actOnAccount(account.id, wanted));
  const changed = changedNames(account, form);
  const isOwn = account.id === me.id;
  const valid = form.name.trim() !== '' && (form.role === 'department') === (form.department !== null);
  const { lockedUntil, signedInAt, createdAt } = account;
  return (
    <section className={panes.about} aria-label={account.username} data-testid="account-pane">
      <header>
        <h2>
          {account.name} <span className={styles.username}>{account.username}</span>
        </h2>
        <button type="button" className={parts.link} onClick={onClose}>
          {t('close')}
        </button>
      </header>
      <p>
        <States account={account} />
      </p>
      {password !== null && <PasswordNote username={account.username} password={password} />}
      {lockedUntil !== null && (
        <p className={styles.refused}>{t('lockedUntil', { time: minuteText(lockedUntil, timeZone) })}</p>
      )}
      <p className={parts.note}>
        {t('made', { when: dayAndMinuteText(createdAt, timeZone, language) })}{' '}
        {signedInAt !== null && t('lastSignedIn', { when: dayAndMinuteText(signedInAt, timeZone, language) })}
      </p>
      {isOwn ? (
        <p className={parts.note}>{t('own')}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            run(changeAccount(account, { ...form, name: form.name.trim() }));
          }}
        >
          <PersonFields form={form} onForm={setForm} />
          <p className={styles.acts}>
            <button
              type="submit"
              className={parts.button}
              data-main
              disabled={!valid || changed.length === 0}
              data-testid="save"
            >
              {t('save')}
            </button>
            <button
              type="button"
              className={parts.button}
              disabled={changed.length === 0}
              onClick={() => setForm(account)}
            >
              {t('discard')}
            </button>
          </p>
          {changed.some((name) => name !== 'name') && <p className={parts.note}>{t('endsSessions')}</p>}
        </form>
      )}
      {refused !== null && (
        <p role="alert" className={styles.refused}>
          {refused}
        </p>
      )}
      {!isOwn && <AccountActs account={account} onAct={act} />}
      <SessionList account={account} onEnd={(session) => act({ act: 'end-sessions', session })} />
    </section>
  );
}
