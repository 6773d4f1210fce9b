'use client';
import { useCallback } from 'react';
import { caseAlerts, type CaseAlerts } from '../../layers/case-alerts.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import type { CaseStore } from '../../stores/case-store.ts';
import { useSummary } from '../../stores/use-summary.ts';

/** Labels may trail the shapes they make way for by this much: they should not hop with every case. */
const EVERY_MS = 10_000;

/** Where the map has small shapes, for labels to keep clear of. */
export function useSmallShapes(): CaseAlerts {
  const picture = usePicture();
  const select = useCallback(
    (cases: CaseStore) => {
      const numbered = new Set(picture.lane.value?.groups.flatMap(({ caseIds }) => caseIds) ?? []);
      return caseAlerts(cases.columns, cases.lngLat(), picture.now() / 1_000, numbered);
    },
    [picture],
  );
  return useSummary(picture.cases, select, EVERY_MS);
}
