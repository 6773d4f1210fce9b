'use client';
import { useCallback } from 'react';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import type { CaseStore } from '../../stores/case-store.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import { similarCases, type NearCase } from './similar-cases.ts';

/** Within this distance an open case of the same class may be the same problem. */
export const SIMILAR_WITHIN_M = 300;
const EVERY_MS = 2_000;
const NONE: readonly NearCase[] = [];

/** Open cases near a case whose category is of the same class; those of the same category come with the distance only. */
export function useSimilar(summary: CaseDetailAnswer['summary'] | null): readonly NearCase[] {
  const { picture } = useDesk();
  const id = summary?.id;
  const lon = summary?.position?.lon;
  const lat = summary?.position?.lat;
  const key = summary?.categoryKey ?? null;
  const find = useCallback(
    (cases: CaseStore) => {
      const categories = picture.dictionary.value?.categories;
      const own = picture.dictionary.category(key);
      if (id === undefined || lon === undefined || lat === undefined || !categories || own === null) return NONE;
      const like = categories.map(({ kind, classCode }) => kind === own.kind && classCode === own.classCode);
      return similarCases(cases.columns, lon, lat, SIMILAR_WITHIN_M, id, (category) => like[category] === true);
    },
    [picture.dictionary, id, lon, lat, key],
  );
  return useSummary(picture.cases, find, EVERY_MS);
}
