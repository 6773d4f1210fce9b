'use client';
import { useCallback } from 'react';
import type { Figures } from '#wire/figures.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useFrame } from '../../stores/use-frame.ts';
import { useLane, useSceneCategory } from '../alert-lane/use-lane.ts';

/** How many cases are out of time in these districts together; in a category's scene those of that category. */
export function useFocusTimeouts(codes: readonly string[]): number {
  const text = codes.join();
  const category = useSceneCategory();
  const select = useCallback(
    (figures: Figures) => {
      const wanted = new Set(text.split(','));
      return figures.places.reduce((sum, { code, timedOut }) => sum + (wanted.has(code) ? timedOut : 0), 0);
    },
    [text],
  );
  const all = useFrame(usePicture().figures, select) ?? 0;
  const rows = useLane()?.rows ?? [];
  if (category === null) return all;
  return rows.reduce((sum, { districtCode, count }) => sum + (codes.includes(districtCode ?? '') ? count : 0), 0);
}
