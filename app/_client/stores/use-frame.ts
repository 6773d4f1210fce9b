'use client';
import { useCallback, useRef } from 'react';
import type { FrameStore } from './frame-store.ts';
import { useSummary } from './use-summary.ts';

/**
 * What a panel shows of the latest frame, or null before the first. The very same object comes back while it says the
 * same, so a frame that changes nothing here renders nothing. `select` must be stable and give plain JSON.
 */
export function useFrame<Body, View>(store: FrameStore<Body>, select: (body: Body) => View): View | null {
  const held = useRef<{ text: string; view: View } | null>(null);
  const read = useCallback(
    (from: FrameStore<Body>): View | null => {
      if (from.value === null) return null;
      const view = select(from.value);
      const text = JSON.stringify(view);
      if (held.current?.text !== text) held.current = { text, view };
      return held.current.view;
    },
    [select],
  );
  return useSummary(store, read);
}
