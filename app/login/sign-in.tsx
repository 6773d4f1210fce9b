'use client';
import Link from 'next/link';
import { useState, useSyncExternalStore, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '#client/i18n/LanguageProvider.tsx';
import { ownPage, signIn, type Needed, type Refusal } from './sign-in-call.ts';
import { BackupCodes } from './backup-codes.tsx';
import { StepFields } from './step-fields.tsx';
import styles from './login.module.css';

/**
 * User name and password, then what else the account needs. What went wrong is said beside the button, and what was typed
 * stays.
 */
export function SignIn({ next }: { next: string | null }) {
  const t = useTranslations('login');
  const common = useTranslations('common');
  const { language, choose } = useLanguage();
  const refusalText = useRefusalText();
  const [refusal, setRefusal] = useState<Refusal | 'differ' | null>(null);
  const [needed, setNeeded] = useState<readonly Needed[]>([]);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const listens = usePageListens();
  const goOn = async (): Promise<void> => location.assign(next ?? (await ownPage()));
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const text = (name: string): string | undefined => typed.get(name)?.toString();
    const newPassword = text('newPassword');
    if (newPassword !== text('again')) return setRefusal('differ');
    setBusy(true);
    const code = text('code')?.replaceAll(/\s/gu, '');
    const answer = await signIn({
      username: (text('username') ?? '').trim(),
      password: text('password') ?? '',
      ...(code !== undefined && { code }),
      ...(newPassword !== undefined && { newPassword }),
      ...(typed.has('newBackupCodes') && { newBackupCodes: true }),
    });
    if (answer === 'done') return goOn();
    if ('codes' in answer) return setCodes(answer.codes);
    setRefusal(answer.refusal);
    // A step that was taken stays on the page: the next call brings its answer again.
    const { needed: more } = answer;
    if (more === null) setNeeded((before) => (answer.refusal.why === 'wrong' ? [] : before));
    else setNeeded((before) => [...before.filter(({ kind }) => isOther(kind, more.kind)), more]);
    setBusy(false);
  };
  const first = needed.length === 0;
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
      {codes !== null && <BackupCodes codes={codes} onKept={() => void goOn()} />}
      <form
        hidden={codes !== null}
        className={styles.form}
        method="post"
        onSubmit={(event) => void submit(event)}
        aria-labelledby="sign-in"
      >
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
          readOnly={!first}
        />
        <label htmlFor="password">{t('password')}</label>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={128}
          required
          readOnly={!first}
        />
        {needed.map((one) => (
          <StepFields key={one.kind} needed={one} />
        ))}
        <button type="submit" disabled={busy || !listens} data-testid="sign-in">
          {busy ? t('busy') : t(first ? 'submit' : 'goOn')}
        </button>
        {!first && (
          <button
            type="button"
            className={styles.back}
            onClick={() => {
              setNeeded([]);
              setRefusal(null);
            }}
          >
            {t('startOver')}
          </button>
        )}
        <p className={styles.refusal} role="alert" data-testid="refusal">
          {refusalText(refusal)}
        </p>
      </form>
      <p className={styles.hint}>{t('hint')}</p>
    </main>
  );
}

/** A code is asked for once, whether of an app that is there or of one that is set up now. */
function isOther(kind: Needed['kind'], than: Needed['kind']): boolean {
  if (kind === 'set-up' && than === 'code') return false;
  return kind !== than;
}

function useRefusalText(): (refusal: Refusal | 'differ' | null) => string {
  const t = useTranslations('login');
  const faults = useTranslations('login.fault');
  return (refusal) => {
    if (refusal === null) return '';
    if (refusal === 'differ') return t('differ');
    if (refusal.why === 'tooMany') return t('tooMany', { minutes: refusal.minutes });
    if (refusal.why === 'fault') return faults(refusal.fault, { least: refusal.least });
    return t(refusal.why);
  };
}

/** False until the page's script runs: sent before, the browser itself would post the form and give back an empty one. */
function usePageListens(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
