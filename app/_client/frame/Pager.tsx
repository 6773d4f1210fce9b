'use client';
import type { ReactNode } from 'react';
import parts from './page-parts.module.css';
import panes from './panes.module.css';

type Props = {
  /** Ends of the pages before this one, first page first: keyset pages know no numbers. */
  trail: readonly string[];
  /** Where the page after this one begins; null on the last. */
  next: string | null;
  onTrail: (trail: readonly string[]) => void;
  words: { before: string; after: string };
  /** What else stands in the row. */
  children?: ReactNode;
};

/** To the page before and the page after. */
export function Pager({ trail, next, onTrail, words, children }: Props) {
  return (
    <p className={panes.pages}>
      <button
        type="button"
        className={parts.button}
        disabled={trail.length === 0}
        onClick={() => onTrail(trail.slice(0, -1))}
      >
        {words.before}
      </button>
      <button
        type="button"
        className={parts.button}
        disabled={next === null}
        onClick={() => next !== null && onTrail([...trail, next])}
        data-testid="next-page"
      >
        {words.after}
      </button>
      {children}
    </p>
  );
}
