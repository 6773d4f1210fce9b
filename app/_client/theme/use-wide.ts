'use client';
import { useSyncExternalStore } from 'react';

/** As in the stylesheets: wider than this, a screen is two 16:9 screens side by side. */
const WIDE = '(min-aspect-ratio: 24/10)';

function subscribe(changed: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether this screen is two screens wide. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(WIDE).matches,
    () => false,
  );
}
