'use client';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Me } from '#wire/http/me.ts';
import { leaveSession } from '../desk/api.ts';
import { Frame } from './Frame.tsx';
import { signInAddress, useVisitor } from './use-visitor.ts';
import { MAY, ownerOf, waysOf, type FrameId } from './ways.ts';
import styles from './frame.module.css';

/** What the server knows before a page is drawn. */
export type FrameFacts = { timeZone: string; simulated: boolean };
type Props = FrameFacts & { frame: FrameId; children: ReactNode };
/**
 * Lets in who may come in, sends nobody to sign in and says to others who may. It spares people a page of refusals: what
 * an account may read is decided by the server with every answer.
 */
export function FrameDoor({ frame, children, ...facts }: Props) {
  const t = useTranslations('frame.door');
  const visitor = useVisitor();
  const me = typeof visitor === 'string' ? null : visitor;
  const first = useFirstPage(frame, me);
  if (first === 'elsewhere') return null;
  if (me !== null && mayComeIn(me, frame) && first === 'here')
    return (
      <Frame frame={frame} me={me} {...facts}>
        {children}
      </Frame>
    );
  return (
    <main data-face="frame" className={styles.door} data-testid="door">
      {typeof visitor === 'string' ? <p role="status">{t(visitor)}</p> : <Closed frame={frame} me={visitor} />}
    </main>
  );
}

function Closed({ frame, me }: { frame: FrameId; me: Me }) {
  const door = useTranslations('frame.door');
  const titles = useTranslations('frame.title');
  const roles = useTranslations('desk.role');
  const owner = ownerOf(frame, usePathname());
  const whose = owner === null ? MAY[frame] : [owner];
  return (
    <>
      <h1>{door('closed', { page: titles(frame) })}</h1>
      <p>{door('you', { name: me.name, role: roles(me.role) })}</p>
      <p>{door('may', { roles: whose.map((role) => roles(role)).join(door('and')) })}</p>
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
        {me.kind === 'person' && MAY.desk.includes(me.role) && <a href="/desk">{door('desk')}</a>}
      </p>
    </>
  );
}

function mayComeIn(me: Me, frame: FrameId): boolean {
  return me.kind === 'person' && MAY[frame].includes(me.role);
}

/** Where the frame's first page is another post's, one's own first page is opened instead; other such pages stay closed. */
function useFirstPage(frame: FrameId, me: Me | null): 'here' | 'elsewhere' | 'closed' {
  const path = usePathname();
  const router = useRouter();
  const owner = ownerOf(frame, path);
  const foreign = me !== null && owner !== null && owner !== me.role;
  const own = me === null ? undefined : waysOf(frame, me.role)[0]?.ways[0]?.address;
  const goes = foreign && path === `/${frame}` && own !== undefined ? own : null;
  useEffect(() => {
    if (goes !== null) router.replace(goes);
  }, [goes, router]);
  return goes !== null ? 'elsewhere' : foreign ? 'closed' : 'here';
}
