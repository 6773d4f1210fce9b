'use client';
import { useCallback } from 'react';
import type { Figures } from '#wire/figures.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useFrame } from '../../stores/use-frame.ts';

/** How many cases are out of time in these districts together. */
export function useFocusTimeouts(codes: readonly string[]): number {
  const text = codes.join();
  const select = useCallback(
    (figures: Figures) => {
      const wanted = new Set(text.split(','));
      return figures.places.reduce((sum, { code, timedOut }) => sum + (wanted.has(code) ? timedOut : 0), 0);
    },
    [text],
  );
  return useFrame(usePicture().figures, select) ?? 0;
}
