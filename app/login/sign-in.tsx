'use client';
import Link from 'next/link';
import { useState, useSyncExternalStore, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '#client/i18n/LanguageProvider.tsx';
import styles from './login.module.css';

type Refusal = 'wrong' | 'tooMany' | 'away';

/** User name and password; what went wrong is said beside the button, and what was typed stays. */
export function SignIn({ next }: { next: string }) {
  const t = useTranslations('login');
  const common = useTranslations('common');
  const { language, choose } = useLanguage();
  const [refusal, setRefusal] = useState<{ why: Refusal; seconds: number } | null>(null);
  const [busy, setBusy] = useState(false);
  const listens = usePageListens();
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    setBusy(true);
    const answer = await signIn(String(typed.get('username')).trim(), String(typed.get('password')));
    if (answer === 'done') return location.assign(next);
    setRefusal(answer);
    setBusy(false);
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
      <form className={styles.form} method="post" onSubmit={(event) => void submit(event)} aria-labelledby="sign-in">
        <h1 id="sign-in">{t('title')}</h1>
        <label htmlFor="username">{t('username')}</label>
        <input
          id="username"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
          required
          autoFocus
        />
        <label htmlFor="password">{t('password')}</label>
        <input id="password" name="password" type="password" autoComplete="current-password" maxLength={128} required />
        <button type="submit" disabled={busy || !listens} data-testid="sign-in">
          {busy ? t('busy') : t('submit')}
        </button>
        <p className={styles.refusal} role="alert" data-testid="refusal">
          {refusal === null ? '' : t(refusal.why, { minutes: Math.max(1, Math.ceil(refusal.seconds / 60)) })}
        </p>
      </form>
      <p className={styles.hint}>{t('hint')}</p>
    </main>
  );
}

/** False until the page's script runs: sent before, the browser itself would post the form and give back an empty one. */
function usePageListens(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}

async function signIn(username: string, password: string): Promise<'done' | { why: Refusal; seconds: number }> {
  try {
    const answer = await fetch('/api/auth/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (answer.ok) return 'done';
    const seconds = Number(answer.headers.get('retry-after') ?? 0);
    if (answer.status === 429) return { why: 'tooMany', seconds };
    return { why: answer.status >= 500 ? 'away' : 'wrong', seconds };
  } catch (error) {
    console.info('the server cannot be reached', error);
    return { why: 'away', seconds: 0 };
  }
}
