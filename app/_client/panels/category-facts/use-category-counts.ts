'use client';
import { useCallback } from 'react';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import type { CaseStore } from '../../stores/case-store.ts';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { categoryCounts, type CategoryView } from './category-counts.ts';

const EVERY_MS = 2_000;
const NOTHING: CategoryView = { open: 0, timedOut: 0, warned: 0, oldest: null, places: [] };

/** Open cases of a category (its key) by district, counted from all cases that the wall has; none where it is null. */
export function useCategoryCounts(key: string | null): CategoryView {
  const picture = usePicture();
  const { dictionary } = useDictionary();
  const select = useCallback(
    (store: CaseStore) => {
      if (key === null) return NOTHING;
      const places = dictionary?.places ?? [];
      const ordinals = new Map(places.map(({ code }, ordinal) => [code, ordinal]));
      const districtOf = (place: number): number => {
        const found = places[place];
        if (found === undefined) return -1;
        return found.level === 'district' ? place : (ordinals.get(found.parentCode ?? '') ?? -1);
      };
      const ordinal = dictionary?.categories.findIndex((each) => each.key === key) ?? -1;
      return categoryCounts(store, ordinal, districtOf, Math.floor(picture.now() / 1_000));
    },
    [dictionary, key, picture],
  );
  return useSummary(picture.cases, select, EVERY_MS);
}
