'use client';
import { useSyncExternalStore } from 'react';

function subscribe(changed: () => void): () => void {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
}

function unit(): number {
  return Math.min(innerHeight / 108, innerWidth / 192);
}

/** The wall's unit u in CSS pixels: 1/108 of the screen's height, as --u in globals.css. */
export function useUnit(): number {
  return useSyncExternalStore(subscribe, unit, () => 10);
}
