'use client';
import { useEffect, useState } from 'react';
import { askForFreshPage } from '../realtime/reload.ts';
import type { LaterPanel, PanelEntry } from './entry.ts';

/**
 * The code of a panel that comes later, null until it is there. Code that did not arrive is not asked for again by the
 * same page: a wall then prepares a fresh one behind it; elsewhere the panel fails, and is tried again by its frame.
 */
export function usePanelCode({ load }: LaterPanel): PanelEntry | null {
  const [loaded, setLoaded] = useState<{ entry: PanelEntry | null; error: unknown }>({ entry: null, error: null });
  useEffect(() => {
    let wanted = true;
    load().then(
      (entry) => wanted && setLoaded({ entry, error: null }),
      (error: unknown) => {
        askForFreshPage('code');
        if (wanted) setLoaded({ entry: null, error });
      },
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  if (loaded.error !== null) throw loaded.error as Error;
  return loaded.entry;
}
