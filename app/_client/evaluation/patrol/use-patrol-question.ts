'use client';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';

/** How far back a visit may count, hours: a shift, a day, three days, a week, thirty days. */
export const SPANS = [8, 24, 72, 168, 720] as const;
export type Span = (typeof SPANS)[number];
const A_DAY: Span = 24;

/** What the page's address asks: `place`, one's own reach where it is not said, and `hours`. */
export type PatrolQuestion = {
  place: string;
  hours: Span;
  ask: (change: { place?: string; hours?: Span }) => void;
};

export function usePatrolQuestion(): PatrolQuestion {
  const search = useSearchParams();
  const router = useRouter();
  const path = usePathname();
  const { me } = usePlaceOfWork();
  const text = search.toString();
  const hours = SPANS.find((one) => String(one) === search.get('hours')) ?? A_DAY;
  const ask = useCallback(
    (change: { place?: string; hours?: Span }) => {
      const merged = new URLSearchParams(text);
      for (const [name, value] of Object.entries(change)) merged.set(name, String(value));
      router.replace(`${path}?${merged.toString()}`, { scroll: false });
    },
    [text, router, path],
  );
  return { place: search.get('place') ?? me.scope, hours, ask };
}
