'use client';
import { useCallback, useRef, type RefObject } from 'react';
import { useTick } from '../realtime/use-tick.ts';

const STEP_MS = 60_000;
/** A slow walk of one pixel a minute around a 5 × 5 square, back where it began after 16 minutes. */
const PATH: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [2, 0],
  [2, 1],
  [2, 2],
  [1, 2],
  [0, 2],
  [-1, 2],
  [-2, 2],
  [-2, 1],
  [-2, 0],
  [-2, -1],
  [-2, -2],
  [-1, -2],
  [0, -2],
  [0, -1],
];

/**
 * A ref for a screen's root, which is then moved by a pixel a minute against burn-in; on server time, so that all screens
 * of a wall agree.
 */
export function usePixelOrbit<Root extends HTMLElement>(): RefObject<Root | null> {
  const root = useRef<Root>(null);
  useTick(
    useCallback((now: number) => {
      const [x, y] = PATH[Math.floor(now / STEP_MS) % PATH.length] ?? [0, 0];
      const translate = `${x}px ${y}px`;
      if (root.current !== null && root.current.style.translate !== translate) root.current.style.translate = translate;
    }, []),
  );
  return root;
}
