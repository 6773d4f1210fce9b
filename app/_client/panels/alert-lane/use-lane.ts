'use client';
import { useCallback } from 'react';
import type { Lane } from '#wire/figures.ts';
import { useFrame } from '../../stores/use-frame.ts';
import { useLaneStore } from '../../wall/lane-context.ts';
import { useScene } from '../../wall/scene-context.ts';
import { laneView, type LaneView } from './lane-view.ts';

/** The category that the scene is about (its key), null in all others. */
export function useSceneCategory(): string | null {
  const { kind, target } = useScene().scene;
  return kind === 'category' ? (target ?? null) : null;
}

/** What the scene shows of the lane: all of it, or what is of the scene's category. Null before the first. */
export function useLane(): LaneView | null {
  const category = useSceneCategory();
  const select = useCallback((lane: Lane) => laneView(lane, category), [category]);
  return useFrame(useLaneStore(), select);
}
