'use client';
import { useEffect, useState } from 'react';

const FIRST_PAGE_MS = 20_000;
const OTHER_PAGE_MS = 10_000;

/** Turns pages by itself, since nobody touches a wall; the first stays twice as long. `newest` turns back to it. */
export function usePage(pages: number, newest: string | number | null): number {
  const [turned, setTurned] = useState({ page: 0, newest });
  const page = turned.newest === newest && turned.page < pages ? turned.page : 0;
  useEffect(() => {
    if (pages < 2) return;
    const turn = (): void => setTurned({ page: (page + 1) % pages, newest });
    const timer = setTimeout(turn, page === 0 ? FIRST_PAGE_MS : OTHER_PAGE_MS);
    return () => clearTimeout(timer);
  }, [page, pages, newest]);
  return page;
}

/** The rows of a page that turns by itself, as many on each so that the last is no lonely row; `most` fit. */
export function useShownRows<Row>(
  all: readonly Row[],
  most: number,
  newest: string | null,
): { shown: readonly Row[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / most));
  const page = usePage(pages, newest);
  const perPage = Math.ceil(all.length / pages);
  return { shown: all.slice(page * perPage, (page + 1) * perPage), page, pages };
}
