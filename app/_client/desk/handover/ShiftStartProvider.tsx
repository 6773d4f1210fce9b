'use client';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { ALERT_TAKERS } from '#wire/http/access.ts';
import { listHandovers, putAwayHandover, readHandover } from '../../shift/handover-api.ts';
import { useDesk } from '../DeskProvider.tsx';
import { ShiftStart } from './shift-start.ts';

const ShiftStartContext = createContext<ShiftStart | null>(null);
const LOOK_MS = 60_000;
const READS = { list: listHandovers, read: readHandover, putAway: putAwayHandover };

/** Keeps what the officer's shift started from; shows it first where no case is asked for. */
export function ShiftStartProvider({ children }: { children: ReactNode }) {
  const desk = useDesk();
  const { me, picture } = desk;
  const [start] = useState(() => new ShiftStart(me.id, READS, () => picture.now()));
  const takes = ALERT_TAKERS.some((role) => role === me.role);
  useEffect(() => {
    if (!takes) return;
    let shown: string | null = null;
    void start.look();
    const { link } = picture.client;
    const stops = [
      start.subscribe(() => {
        const id = start.value.handover?.id ?? null;
        if (id === shown) return;
        shown = id;
        desk.fold({ handover: id !== null && desk.open.number === null });
      }),
      picture.notices.follow(({ caseNumber }) => start.noteCase(caseNumber)),
      link.state.subscribe(() => {
        if (link.state.value.phase === 'live') void start.look();
      }),
    ];
    const timer = setInterval(() => void start.look(), LOOK_MS);
    return () => {
      clearInterval(timer);
      for (const stop of stops) stop();
      start.stop();
    };
  }, [start, takes, desk, picture]);
  return <ShiftStartContext value={start}>{children}</ShiftStartContext>;
}

/** Throws outside a ShiftStartProvider. */
export function useShiftStart(): ShiftStart {
  const start = useContext(ShiftStartContext);
  if (start === null) throw new Error('useShiftStart needs a ShiftStartProvider above it');
  return start;
}
