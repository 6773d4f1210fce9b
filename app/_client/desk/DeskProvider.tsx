'use client';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Me } from '#wire/http/me.ts';
import { useLinkState, usePicture } from '../realtime/PictureProvider.tsx';
import { readCase } from './api.ts';
import { Desk } from './desk.ts';
import { WebSpeaker } from './sound/speaker.ts';

const DeskContext = createContext<Desk | null>(null);
const DEFAULT_ZONE = 'Asia/Shanghai';

/** Holds the officer's desk on the page's picture, and opens the case that the address names. */
export function DeskProvider({ me, children }: { me: Me; children: ReactNode }) {
  const picture = usePicture();
  const [desk] = useState(() => new Desk(me, picture, readCase, localKeeping(), new WebSpeaker()));
  useEffect(() => {
    const stop = desk.start();
    const named = new URLSearchParams(location.search).get('case');
    if (named) desk.openCase(named);
    return stop;
  }, [desk]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The officer's desk. Throws outside a DeskProvider. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk needs a DeskProvider above it');
  return desk;
}

/** The platform's own zone, as the server last said it. */
export function useTimeZone(): string {
  const link = useLinkState();
  const said = link.phase === 'live' ? link.welcome.timeZone : null;
  const [zone, setZone] = useState(DEFAULT_ZONE);
  if (said !== null && said !== zone) setZone(said);
  return said ?? zone;
}

/** The browser's keeping place, null where it is forbidden. */
function localKeeping(): Storage | null {
  try {
    return window.localStorage;
  } catch (error) {
    console.warn('this browser keeps nothing', error);
    return null;
  }
}
