'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { readMe, SignedOut } from '#client/desk/api.ts';
import type { Me } from '#wire/http/me.ts';
import styles from './desk-door.module.css';

const DeskFace = dynamic(() => import('./desk-face.tsx'), { ssr: false });
const TRY_AGAIN_MS = 3_000;
const SIGN_IN = '/login?next=/desk';

type Door = { at: 'opening' } | { at: 'offline' } | { at: 'not-for-desk' } | { at: 'in'; me: Me };

/** Asks who is signed in: nobody is sent to sign in, a person gets the desk. */
export function DeskDoor() {
  const t = useTranslations('desk.door');
  const [door, setDoor] = useState<Door>({ at: 'opening' });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const ask = async (): Promise<void> => {
      const next = await knock();
      if (!wanted) return;
      if (next === 'sign-in') return location.replace(signInAddress());
      setDoor(next);
      if (next.at === 'offline') timer = setTimeout(() => void ask(), TRY_AGAIN_MS);
    };
    void ask();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, []);
  return (
    <div data-face="desk" className={styles.page}>
      {door.at === 'in' ? (
        <DeskFace me={door.me} />
      ) : (
        <p role="status" data-testid="door">
          {door.at === 'opening' ? t('opening') : door.at === 'offline' ? t('offline') : t('notForDesk')}{' '}
          {door.at === 'not-for-desk' && <a href={SIGN_IN}>{t('signIn')}</a>}
        </p>
      )}
    </div>
  );
}

/** Back to this very address after signing in, with the open case. */
function signInAddress(): string {
  const here = `${location.pathname}${location.search}`;
  return location.search === '' ? SIGN_IN : `/login?next=${encodeURIComponent(here)}`;
}

async function knock(): Promise<Door | 'sign-in'> {
  try {
    const me = await readMe();
    return me.kind === 'person' ? { at: 'in', me } : { at: 'not-for-desk' };
  } catch (error) {
    if (error instanceof SignedOut) return 'sign-in';
    console.info('the server cannot be reached yet', error);
    return { at: 'offline' };
  }
}
