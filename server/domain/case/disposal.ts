import { isEnd, phaseCode, type Phase } from './stage.ts';

/**
 * Whether a step from one phase to another is the end of a disposal that counts: its work is handed on, or the case is
 * closed. A return and a void are no disposal.
 */
export function endsDisposal(before: Phase, after: Phase): boolean {
  if (before !== 'dispose') return false;
  return after === 'closed' || (!isEnd(after) && phaseCode(after) > phaseCode('dispose'));
}
