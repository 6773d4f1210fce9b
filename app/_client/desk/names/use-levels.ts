'use client';
import type { SupervisionLevel } from '#domain/case/supervision-level.ts';
import { useStored } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';

/** The city's levels of supervision. */
export function useLevels(): readonly SupervisionLevel[] {
  return useStored(useDesk().rules, 0).supervisionLevels;
}
