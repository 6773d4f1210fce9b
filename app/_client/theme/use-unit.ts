'use client';
import { createContext, useContext, useSyncExternalStore } from 'react';

/** The unit of a wall that was measured; null elsewhere: the window's own. */
export const UnitContext = createContext<number | null>(null);

function subscribe(changed: () => void): () => void {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
}

function unit(): number {
  return Math.min(innerHeight / 108, innerWidth / 192);
}

/** The wall's unit u in CSS pixels: what --u is. 1/108 of the window's height where no wall says otherwise. */
export function useUnit(): number {
  const own = useSyncExternalStore(subscribe, unit, () => 10);
  return useContext(UnitContext) ?? own;
}
