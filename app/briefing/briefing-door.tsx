'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { readMe, SignedOut } from '#client/desk/api.ts';
import { PRESENTERS } from '#wire/http/access.ts';
import type { Me } from '#wire/http/me.ts';
import styles from './briefing-door.module.css';

const BriefingFace = dynamic(() => import('./briefing-face.tsx'), { ssr: false });
const TRY_AGAIN_MS = 3_000;
const SIGN_IN = '/login?next=/briefing';

type Door = { at: 'opening' } | { at: 'offline' } | { at: 'notForYou' } | { at: 'in'; me: Me };

/** Asks who is signed in: nobody is sent to sign in, whoever may present gets the remote. */
export function BriefingDoor() {
  const t = useTranslations('briefing.door');
  const [door, setDoor] = useState<Door>({ at: 'opening' });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const ask = async (): Promise<void> => {
      const next = await knock();
      if (!wanted) return;
      if (next === 'sign-in') return location.replace(SIGN_IN);
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
    <div data-face="briefing" className={styles.page}>
      {door.at === 'in' ? (
        <BriefingFace me={door.me} />
      ) : (
        <p role="status" data-testid="door">
          {t(door.at)} {door.at === 'notForYou' && <a href={SIGN_IN}>{t('signIn')}</a>}
        </p>
      )}
    </div>
  );
}

async function knock(): Promise<Door | 'sign-in'> {
  try {
    const me = await readMe();
    return PRESENTERS.some((role) => role === me.role) ? { at: 'in', me } : { at: 'notForYou' };
  } catch (error) {
    if (error instanceof SignedOut) return 'sign-in';
    console.info('the server cannot be reached yet', error);
    return { at: 'offline' };
  }
}
