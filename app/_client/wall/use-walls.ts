'use client';
import type { StandingWall } from '#domain/wall/standing.ts';
import type { Walls } from '#wire/wall.ts';
import { useSummary } from '../stores/use-summary.ts';
import type { FrameStore } from '../stores/frame-store.ts';
import { usePicture } from '../realtime/PictureProvider.tsx';

const NONE: readonly StandingWall[] = [];
const read = (store: FrameStore<Walls>): readonly StandingWall[] => store.value?.walls ?? NONE;

/** The walls within reach with what they show, at once when something changes; none before the first news. */
export function useWalls(): readonly StandingWall[] {
  return useSummary(usePicture().walls, read, 0);
}
