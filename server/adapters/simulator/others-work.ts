import type { CaseSummary } from '#domain/case/case.ts';
import { phaseCode } from '#domain/case/stage.ts';
import type { MoveMessage } from './messages.ts';

/** Whether somebody else has dispatched a case, or answered what was asked on it. */
export function isOthersWork({ phase, waits }: CaseSummary, move: MoveMessage['move']): boolean {
  if (move.move === 'dispatch') return phaseCode(phase) > phaseCode('dispatch');
  if (move.move !== 'answer') return false;
  return !(waits?.requests ?? []).some(({ no, by }) => no === move.request && by.kind === 'source');
}
