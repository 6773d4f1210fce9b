'use client';
import { createContext, useContext } from 'react';
import type { Bounds } from '../map/bounds.ts';
import type { ReplayPlayer } from '../replay/replay-player.ts';
import { ValueStore } from '../stores/value-store.ts';

/** What the panels of one screen share: where the main map looks, and what plays past days (null outside a wall). */
export type WallContextValue = { focusBounds: ValueStore<Bounds | null>; replay: ReplayPlayer | null };

export const WallContext = createContext<WallContextValue>({
  focusBounds: new ValueStore<Bounds | null>(null),
  replay: null,
});

export function useWall(): WallContextValue {
  return useContext(WallContext);
}
