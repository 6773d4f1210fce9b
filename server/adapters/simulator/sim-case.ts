import type { Channel } from '#domain/case/event.ts';
import { isEnd, type Phase } from '#domain/case/stage.ts';
import type { Move } from '#wire/command.ts';
import type { Position } from '#domain/place/position.ts';

/** What the simulator keeps of a case of its own. Instants in epoch ms. */
export type SimCase = {
  /** `sim-20261122-0417`: day and place in that day's reports, the id it is reported under. */
  readonly id: string;
  readonly channel: Channel;
  /** What will be found, whatever was reported. */
  readonly categoryKey: string;
  readonly conditionNo: number;
  readonly districtCode: string | null;
  readonly subdistrictCode: string | null;
  readonly position: Position;
  readonly reportedAt: number;
  /** Its number here, once the platform has given it one. */
  number: string | null;
  phase: Phase;
  /** When it came into this phase. */
  enteredAt: number;
  department: string | null;
  /** Moves and other events so far: names the next one. */
  steps: number;
  /** Passages through 处置 that have ended. */
  disposals: number;
  /** Whether its report turned out to be wrong. */
  untrue: boolean;
};

/** One thing that will happen to a case, and who says so. */
export type Act = { at: number; move: Move; by: { id: string; name: string } };

/** The case after an act, as the platform will have it too. */
export function apply(before: SimCase, { at, move }: Act): SimCase {
  const after: SimCase = { ...before, steps: before.steps + 1 };
  const phase = phaseAfter(before, move);
  if (phase !== null) {
    after.phase = phase;
    after.enteredAt = at;
  }
  if (move.move === 'verify' && !move.found) after.untrue = true;
  if (move.move === 'dispatch') after.department = move.department;
  if (move.move === 'feed-back' || move.move === 'return') after.disposals += 1;
  return after;
}

/** Null where a move leaves the case in its phase. */
function phaseAfter({ phase, channel }: SimCase, move: Move): Phase | null {
  if (isEnd(phase)) return null;
  switch (move.move) {
    case 'accept':
      return channel === 'public' ? 'verify' : 'file';
    case 'verify':
      return move.found ? 'file' : 'accept';
    case 'file':
    case 'return':
      return 'dispatch';
    case 'dispatch':
    case 'rework':
      return 'dispose';
    case 'feed-back':
      return 'check';
    case 'check':
      return move.passed ? 'close' : 'dispose';
    case 'decline':
      return 'declined';
    case 'void':
      return 'void';
    case 'close':
      return 'closed';
    default:
      return null;
  }
}
