'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isUserName } from '#domain/account/user-name.ts';
import type { AccountDone } from '#wire/http/accounts.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { makeAccount, type PersonForm } from './account-calls.ts';
import { PersonFields } from './PersonFields.tsx';
import { useRefusalText } from './refusal-text.ts';
import panes from '../../frame/panes.module.css';
import styles from './people.module.css';

type Props = { onDone: (done: AccountDone) => void; onClose: () => void };

/** A form for an account that is not there yet. What was typed stays where it is refused. */
export function NewAccountPane({ onDone, onClose }: Props) {
  const t = useTranslations('people');
  const refusalText = useRefusalText();
  const { me } = usePlaceOfWork();
  const [form, setForm] = useState<PersonForm>({
    ...{ username: '', name: '', role: 'operator', scope: me.scope, department: null },
  });
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const valid =
    isUserName(form.username.trim()) &&
    form.name.trim() !== '' &&
    (form.role === 'department') === (form.department !== null);
  const make = (): void => {
    setBusy(true);
    makeAccount({ ...form, username: form.username.trim(), name: form.name.trim() }).then(onDone, (error: unknown) => {
      setRefused(refusalText(error));
      setBusy(false);
    });
  };
  return (
    <section className={panes.about} aria-label={t('new')} data-testid="new-account-pane">
      <header>
        <h2>{t('new')}</h2>
        <button type="button" className={parts.link} onClick={onClose}>
          {t('close')}
        </button>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <div className={styles.fields}>
          <label className={parts.field}>
            {t('username')}
            <input
              value={form.username}
              maxLength={60}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus
              onChange={(event) => setForm({ ...form, username: event.target.value })}
              data-testid="username"
            />
          </label>
        </div>
        <PersonFields form={form} onForm={setForm} />
        {refused !== null && (
          <p role="alert" className={styles.refused}>
            {refused}
          </p>
        )}
        <p className={styles.acts}>
          <button type="submit" className={parts.button} data-main disabled={!valid || busy} data-testid="make">
            {t(busy ? 'making' : 'make')}
          </button>
        </p>
        <p className={parts.note}>{t('makeSays')}</p>
      </form>
    </section>
  );
}
