'use client';
import { useCallback } from 'react';
import type { Figures } from '#wire/figures.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { useFrame } from '../../stores/use-frame.ts';
import { useSceneCategory } from '../alert-lane/use-lane.ts';
import { useCategoryCounts } from '../category-facts/use-category-counts.ts';

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
  const { places } = useDictionary().dictionary ?? { places: [] };
  const counted = useCategoryCounts(category);
  if (category === null) return all;
  return counted.places.reduce((sum, { place, timedOut }) => {
    return sum + (codes.includes(places[place]?.code ?? '') ? timedOut : 0);
  }, 0);
}
