'use client';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { openZone, type Zone } from '#domain/calendar/zone.ts';
import { dayMs, dateOfEpochDay } from '#domain/calendar/dates.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { questionFrom, searchOf, type Question } from './question.ts';

export type Questioned = {
  question: Question;
  zone: Zone;
  /** The platform's date when the page was opened. */
  today: string;
  /** Another member of the address, such as the place that is open. */
  also: (name: string) => string | null;
  ask: (next: Question, also?: Readonly<Record<string, string | null>>) => void;
};

/** What the page's address asks, so that a page can be sent to somebody else as it stands. */
export function useQuestion(): Questioned {
  const search = useSearchParams();
  const router = useRouter();
  const path = usePathname();
  const { timeZone } = usePlaceOfWork();
  const [openedAt] = useState(() => Date.now());
  const zone = useMemo(() => openZone(timeZone), [timeZone]);
  const today = dateOfEpochDay(Math.floor((openedAt + zone.offsetAt(openedAt)) / dayMs));
  const text = search.toString();
  const question = useMemo(() => questionFrom(new URLSearchParams(text), today), [text, today]);
  const also = useCallback((name: string) => new URLSearchParams(text).get(name), [text]);
  const ask = useCallback(
    (next: Question, more: Readonly<Record<string, string | null>> = {}) => {
      const merged = new URLSearchParams(text);
      for (const name of ['span', 'date', 'until', 'asOf', 'lang']) merged.delete(name);
      for (const [name, value] of searchOf(next)) merged.set(name, value);
      for (const [name, value] of Object.entries(more)) {
        if (value === null) merged.delete(name);
        else merged.set(name, value);
      }
      router.replace(`${path}?${merged.toString()}`, { scroll: false });
    },
    [text, router, path],
  );
  return { question, zone, today, also, ask };
}
