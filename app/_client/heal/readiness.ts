'use client';
import { useEffect } from 'react';

/** What of this page is still on its way to the glass. */
const holds = new Set<object>();
let sayPainted = (): void => undefined;
const painted = new Promise<void>((resolve) => {
  sayPainted = resolve;
});

/** Something that belongs to the first whole picture is not painted yet. The returned function says that it is. */
export function holdPaint(): () => void {
  const hold = {};
  holds.add(hold);
  return () => void holds.delete(hold);
}

/** A panel's `holdPaint`, for as long as `waiting` is true. */
export function usePaintHold(waiting: boolean): void {
  useEffect(() => (waiting ? holdPaint() : undefined), [waiting]);
}

const LOOK_EVERY_MS = 100;
/** Panels come and go in the first moments: all of them must have been there for this long. */
const QUIET_MS = 500;

/** Resolves when this page shows a whole picture: what `isLive` says is so, and nothing has held it back for a moment. */
export function whenPainted(): Promise<void> {
  return painted;
}

/** Watches for the moment of `whenPainted`; the returned function gives up. */
export function watchPaint(isLive: () => boolean): () => void {
  let quietSince: number | null = null;
  const timer = setInterval(() => {
    if (!isLive() || holds.size > 0) {
      quietSince = null;
      return;
    }
    quietSince ??= performance.now();
    if (performance.now() - quietSince < QUIET_MS) return;
    clearInterval(timer);
    requestAnimationFrame(() => requestAnimationFrame(() => sayPainted()));
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
