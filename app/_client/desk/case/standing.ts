import { isEnd } from '#domain/case/stage.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import type { Shape } from '../shapes/StateShape.tsx';

/** How a case stands, worst word first. */
export function standingOf({ summary, clocks, suspended }: CaseDetailAnswer): Shape | 'suspended' {
  if (isEnd(summary.phase)) return 'ended';
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === null);
  if (running.some(({ lamp }) => lamp === 'red')) return 'timed-out';
  if (suspended !== null) return 'suspended';
  if (running.some(({ lamp }) => lamp === 'amber')) return 'due-soon';
  return summary.supervisionLevel > 0 ? 'supervised' : 'calm';
}
