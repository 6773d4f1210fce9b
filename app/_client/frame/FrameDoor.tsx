'use client';
import Link from 'next/link';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Me } from '#wire/http/me.ts';
import { leaveSession, readMe, SignedOut } from '../desk/api.ts';
import { Frame } from './Frame.tsx';
import { MAY, type FrameId } from './ways.ts';
import styles from './frame.module.css';

const TRY_AGAIN_MS = 3_000;

/** What the server knows before a page is drawn. */
export type FrameFacts = { timeZone: string; simulated: boolean };
type Props = FrameFacts & { frame: FrameId; children: ReactNode };
type Door = { at: 'opening' } | { at: 'offline' } | { at: 'closed'; me: Me } | { at: 'in'; me: Me };

/**
 * Lets in who may come in, sends nobody to sign in and says to others who may. It spares people a page of refusals: what
 * an account may read is decided by the server with every answer.
 */
export function FrameDoor({ frame, children, ...facts }: Props) {
  const t = useTranslations('frame.door');
  const [door, setDoor] = useState<Door>({ at: 'opening' });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const knock = async (): Promise<void> => {
      const me = await whoIsHere();
      if (!wanted) return;
      if (me === 'nobody') return location.replace(signInAddress());
      if (me === 'offline') timer = setTimeout(() => void knock(), TRY_AGAIN_MS);
      setDoor(doorFor(me, frame));
    };
    void knock();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [frame]);
  if (door.at === 'in')
    return (
      <Frame frame={frame} me={door.me} {...facts}>
        {children}
      </Frame>
    );
  return (
    <main data-face="frame" className={styles.door} data-testid="door">
      {door.at === 'closed' ? <Closed frame={frame} me={door.me} /> : <p role="status">{t(door.at)}</p>}
    </main>
  );
}

function Closed({ frame, me }: { frame: FrameId; me: Me }) {
  const door = useTranslations('frame.door');
  const titles = useTranslations('frame.title');
  const roles = useTranslations('desk.role');
  return (
    <>
      <h1>{door('closed', { page: titles(frame) })}</h1>
      <p>{door('you', { name: me.name, role: roles(me.role) })}</p>
      <p>{door('may', { roles: MAY[frame].map((role) => roles(role)).join(door('and')) })}</p>
      <p className={styles.doorWays}>
        <button
          type="button"
          onClick={() => void leaveSession().then((gone) => gone && location.replace(signInAddress()))}
        >
          {door('other')}
        </button>
        <Link href="/" prefetch={false}>
          {door('home')}
        </Link>
        {me.kind === 'person' && <a href="/desk">{door('desk')}</a>}
      </p>
    </>
  );
}

function doorFor(me: Me | 'offline', frame: FrameId): Door {
  if (me === 'offline') return { at: 'offline' };
  return { at: me.kind === 'person' && MAY[frame].includes(me.role) ? 'in' : 'closed', me };
}

/** Back to this very address after signing in. */
function signInAddress(): string {
  return `/login?next=${encodeURIComponent(`${location.pathname}${location.search}`)}`;
}

async function whoIsHere(): Promise<Me | 'nobody' | 'offline'> {
  try {
    return await readMe();
  } catch (error) {
    if (error instanceof SignedOut) return 'nobody';
    console.info('the server cannot be reached yet', error);
    return 'offline';
  }
}
