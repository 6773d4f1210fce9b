import type { CaseState, CaseSummary, RunningClock, StageInstance, WholeClock } from '#domain/case/case.ts';
import type { Stage } from '#domain/case/stage.ts';

/** What a row keeps, beside its state, of the clocks that run and of what they depend on: one text, read in one go. */
export type Clocked = [
  id: number,
  version: number,
  phase: Stage,
  district: string | null,
  stageClock: RunningClock | null,
  wholeClock: RunningClock | null,
  stage: StageInstance | null,
  whole: WholeClock | null,
];

/** The text of a case's `clocked` column; null where no clock runs. */
export function clockedText({ summary, state }: { summary: CaseSummary; state: CaseState }): string | null {
  const { id, version, phase, stageClock, wholeClock } = summary;
  if (stageClock === null && wholeClock === null) return null;
  const { instances, whole, place } = state;
  const stage = instances.at(-1) ?? null;
  return JSON.stringify([id, version, phase, place.districtCode, stageClock, wholeClock, stage, whole]);
}
