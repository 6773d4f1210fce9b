'use client';
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';

/** Rows drawn beyond both edges, so that a turn of the wheel finds them there. */
const BEYOND = 6;

/** Which of many rows of known heights are in sight. `tops` in rem, one more than there are rows. */
export type RowWindow = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Rows to draw: from the first to before the second. */
  readonly from: number;
  readonly to: number;
  /** First row that is not seen yet, at the lower edge. Half a row in sight counts as seen. */
  readonly unseen: number;
  /** Pixels of a rem. */
  readonly rem: number;
  /** Scrolls as little as brings rows into sight, from the first to the last of them. */
  reveal(first: number, last: number): void;
};

type Sight = { readonly top: number; readonly height: number; readonly rem: number };

/** Follows what part of a scrolling list is in sight. Needs no measuring: the heights of all rows are known. */
export function useWindow(tops: Float64Array): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState<Sight>({ top: 0, height: 0, rem: 16 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = (): void => {
      const next = { top: element.scrollTop, height: element.clientHeight, rem: remPixels() };
      setSight((last) => (last.top === next.top && last.height === next.height && last.rem === next.rem ? last : next));
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  const reveal = useCallback(
    (first: number, last: number): void => {
      const element = scroller.current;
      if (element === null) return;
      const rem = remPixels();
      const [top, bottom] = [(tops[first] ?? 0) * rem, (tops[last + 1] ?? 0) * rem];
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    },
    [tops],
  );
  return useMemo(() => ({ scroller, ...rowsIn(tops, sight), rem: sight.rem, reveal }), [tops, sight, reveal]);
}

/** Rows of a list that are in sight or nearly so. */
export function rowsIn(
  tops: Float64Array,
  { top, height, rem }: Sight,
): { readonly from: number; readonly to: number; readonly unseen: number } {
  const rows = tops.length - 1;
  const [first, end] = [top / rem, (top + height) / rem];
  const from = Math.max(0, lastAtOrAbove(tops, first) - BEYOND);
  const last = lastAtOrAbove(tops, end);
  const middle = ((tops[last] ?? 0) + (tops[last + 1] ?? 0)) / 2;
  const unseen = Math.min(rows, end >= middle ? last + 1 : last);
  return { from: Math.min(from, rows), to: Math.min(rows, last + 1 + BEYOND), unseen };
}

/** Index of the last row that begins at or above a height. */
function lastAtOrAbove(tops: Float64Array, height: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] as number) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

function remPixels(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}
