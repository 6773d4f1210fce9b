'use client';
import { useEffect, useState } from 'react';

const FIRST_PAGE_MS = 20_000;
const OTHER_PAGE_MS = 10_000;

/** Turns pages by itself, since nobody touches a wall; the first stays twice as long. `newest` turns back to it. */
export function usePage(pages: number, newest: string | number | null): number {
  const [page, setPage] = useState(0);
  useEffect(() => setPage(0), [newest]);
  useEffect(() => {
    if (pages < 2) return;
    const timer = setTimeout(() => setPage((page + 1) % pages), page === 0 ? FIRST_PAGE_MS : OTHER_PAGE_MS);
    return () => clearTimeout(timer);
  }, [page, pages]);
  return page < pages ? page : 0;
}
