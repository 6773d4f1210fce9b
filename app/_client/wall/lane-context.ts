'use client';
import { createContext, useContext } from 'react';
import type { Lane } from '#wire/figures.ts';
import { usePicture } from '../realtime/PictureProvider.tsx';
import type { FrameStore } from '../stores/frame-store.ts';

export const LaneContext = createContext<FrameStore<Lane> | null>(null);

/**
 * The lane of the place that the scene is about, else of the whole wall's. The map beside it takes its numbers from the
 * same one, although it draws the cases of the whole wall: a number on a card is the number of the shape.
 */
export function useLaneStore(): FrameStore<Lane> {
  const own = usePicture().lane;
  return useContext(LaneContext) ?? own;
}
