'use client';
import { useSyncExternalStore } from 'react';
import type { WindowSize } from './wall-plan.ts';

let held: WindowSize = { width: 1_920, height: 1_080 };

function subscribe(changed: () => void): () => void {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
}

function size(): WindowSize {
  if (held.width !== innerWidth || held.height !== innerHeight) held = { width: innerWidth, height: innerHeight };
  return held;
}

/** The window's size in CSS pixels. */
export function useWindowSize(): WindowSize {
  return useSyncExternalStore(subscribe, size, () => held);
}
