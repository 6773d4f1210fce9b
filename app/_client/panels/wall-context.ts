'use client';
import { createContext, useContext } from 'react';
import type { Bounds } from '../map/bounds.ts';
import { ValueStore } from '../stores/value-store.ts';

/** What the panels of one screen tell each other: where the main map looks. */
export type WallContextValue = { focusBounds: ValueStore<Bounds | null> };

export const WallContext = createContext<WallContextValue>({ focusBounds: new ValueStore<Bounds | null>(null) });

export function useWall(): WallContextValue {
  return useContext(WallContext);
}
