'use client';
import Link from 'next/link';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { Problem } from '#wire/http/problem.ts';
import { useLanguage } from '#client/i18n/LanguageProvider.tsx';
import styles from '../login/login.module.css';

type Said = { why: 'link' | 'username' | 'away' } | { why: Fault; least: number } | { why: 'differ' };
type Fault = NonNullable<Problem['fault']>;

/** Name and password of the first who keeps accounts. */
export function FirstForm({ code }: { code: string }) {
  const t = useTranslations('login.first');
  const login = useTranslations('login');
  const faults = useTranslations('login.fault');
  const common = useTranslations('common');
  const { language, choose } = useLanguage();
  const [said, setSaid] = useState<Said | null>(null);
  const [state, setState] = useState<'open' | 'busy' | 'done'>('open');
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const text = (name: string): string => String(typed.get(name));
    if (text('password') !== text('again')) return setSaid({ why: 'differ' });
    setState('busy');
    const refused = await make({
      ...{ code, username: text('username').trim(), name: text('name').trim(), password: text('password') },
    });
    setSaid(refused);
    setState(refused === null ? 'done' : 'open');
  };
  const words = (): string => {
    if (said === null) return '';
    if ('least' in said) return faults(said.why, { least: said.least });
    return said.why === 'away' ? login('away') : t(said.why);
  };
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <Link href="/" prefetch={false}>
          {common('product')}
        </Link>
        <button type="button" onClick={() => choose(language === 'zh' ? 'en' : 'zh')} data-testid="language">
          {common('language')}
        </button>
      </header>
      {state === 'done' ? (
        <div className={styles.form}>
          <h1>{t('doneTitle')}</h1>
          <p>{t('done')}</p>
          <p className={styles.onward}>
            <a href="/login?next=/admin" data-testid="to-sign-in">
              {login('title')}
            </a>
          </p>
        </div>
      ) : (
        <form className={styles.form} method="post" onSubmit={(event) => void submit(event)} aria-labelledby="first">
          <h1 id="first">{t('title')}</h1>
          <p className={styles.says}>{t('says')}</p>
          <label htmlFor="username">{login('username')}</label>
          <input id="username" name="username" autoComplete="username" autoCapitalize="none" maxLength={60} required />
          <label htmlFor="name">{t('name')}</label>
          <input id="name" name="name" autoComplete="name" maxLength={60} required />
          <label htmlFor="password">{login('newPassword')}</label>
          <input id="password" name="password" type="password" autoComplete="new-password" maxLength={128} required />
          <label htmlFor="again">{login('again')}</label>
          <input id="again" name="again" type="password" autoComplete="new-password" maxLength={128} required />
          <button type="submit" disabled={state === 'busy'} data-testid="make-first">
            {t(state === 'busy' ? 'busy' : 'submit')}
          </button>
          <p className={styles.refusal} role="alert" data-testid="refusal">
            {words()}
          </p>
        </form>
      )}
      <p className={styles.hint}>{t('hint')}</p>
    </main>
  );
}

async function make(given: { code: string; username: string; name: string; password: string }): Promise<Said | null> {
  try {
    const answer = await fetch('/api/v1/first-administrator', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given),
    });
    if (answer.ok) return null;
    const problem = (await answer.json()) as Problem;
    if (problem.fault !== undefined) return { why: problem.fault, least: problem.least ?? 0 };
    if (answer.status === 403 || problem.at?.field === 'code') return { why: 'link' };
    return { why: problem.at?.field === 'username' ? 'username' : 'away' };
  } catch (error) {
    console.info('the server cannot be reached', error);
    return { why: 'away' };
  }
}
