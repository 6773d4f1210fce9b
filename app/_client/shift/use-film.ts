'use client';
import { useEffect, useState } from 'react';
import { readFilm, type FilmFault } from '../replay/read-film.ts';
import type { ReplayFilm } from '../replay/replay-film.ts';
import { spanAround } from './past-span.ts';

/** A past day around an instant: being read, there, or why not. */
export type PastFilm = { at: 'reading' } | { at: 'ready'; film: ReplayFilm } | { at: 'failed'; why: FilmFault };

/** Reads the 24 hours around an instant (epoch ms) of a place, '' for all within reach. */
export function useFilm(instant: number, place: string, now: number): PastFilm {
  const [held, setHeld] = useState<{ key: string; film: PastFilm } | null>(null);
  const { to, from } = spanAround(instant, now);
  const key = `${to}|${place}`;
  useEffect(() => {
    let wanted = true;
    void readFilm({ from, to }, undefined, place).then((film) => {
      if (!wanted) return;
      const said: PastFilm = typeof film === 'string' ? { at: 'failed', why: film } : { at: 'ready', film };
      setHeld({ key, film: said });
    });
    return () => {
      wanted = false;
    };
  }, [from, to, place, key]);
  return held?.key === key ? held.film : { at: 'reading' };
}
