'use client';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { ScreenStanding } from '#wire/screen.ts';
import { Access } from '../panels/access/Access.tsx';
import { NotAllowed } from '../panels/access/NotAllowed.tsx';
import { useLinkState, usePicture } from '../realtime/PictureProvider.tsx';
import { whenServerAnswers } from '../realtime/reload.ts';
import { usePainted } from '../realtime/use-painted.ts';
import { TestPattern } from './TestPattern.tsx';
import { usePictures } from './use-pictures.ts';

type Props = { wall: string; screen: string; children: ReactNode };

/**
 * What stands between a wall's page and what it shows: who has no key sees a code, who had one and lost it sees that and
 * nothing else, also while the server is away. It tells the server how the screen is doing and does what it is told.
 */
export function ScreenDoor({ wall, screen, children }: Props) {
  const link = useLinkState();
  const [barred, setBarred] = useState<'not-signed-in' | 'not-allowed' | null>(null);
  // Once refused, only being let in again opens it: a link that is merely lost does not bring the picture back.
  if (link.phase === 'refused' && link.reason !== barred) setBarred(link.reason);
  if (link.phase === 'live' && barred !== null) setBarred(null);
  const [pattern, setPattern] = useState<{ label: string; until: number } | null>(null);
  const settle = useCallback(({ label, patternMs }: ScreenStanding) => {
    setPattern(patternMs === null ? null : { label, until: performance.now() + patternMs });
  }, []);
  usePainted(wall, screen, settle);
  useOrders(settle, usePictures(wall, screen));
  if (barred === 'not-allowed') return <NotAllowed />;
  if (barred === 'not-signed-in') return <Access wall={wall} screen={screen} />;
  return (
    <>
      {children}
      {pattern !== null && <Pattern wall={wall} screen={screen} {...pattern} />}
    </>
  );
}

/** Ends by itself, also where nobody is there to end it. `until`: by the page's own clock. */
function Pattern({ until, ...props }: { wall: string; screen: string; label: string; until: number }) {
  const [over, setOver] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setOver(until), Math.max(0, until - performance.now()));
    return () => clearTimeout(timer);
  }, [until]);
  return over === until ? null : <TestPattern {...props} />;
}

function useOrders(settle: (standing: ScreenStanding) => void, takePicture: () => void): void {
  const { link } = usePicture().client;
  useEffect(
    () =>
      link.onOrder((order) => {
        if (order.order === 'standing') settle(order);
        else if (order.order === 'picture') takePicture();
        // A page that is loaded from a server that is away would end as the browser's error page.
        else void whenServerAnswers().then(() => (window.top ?? window).location.reload());
      }),
    [link, settle, takePicture],
  );
}
