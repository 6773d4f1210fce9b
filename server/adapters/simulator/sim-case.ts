import type { Channel } from '#domain/case/event.ts';
import type { RequestKind } from '#domain/case/request-kind.ts';
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
  /** Requests asked so far: an answer names one by its number. */
  requests: number;
  /** What waits for an answer; null while nothing does. */
  asked: RequestKind | null;
};

/** One thing that will happen to a case, and who says so. */
export type Act = { at: number; move: Move; by: { id: string; name: string } };

/** The case after an act, as the platform will have it too. */
export function apply(before: SimCase, { at, move }: Act): SimCase {
  // What is granted follows as an event of its own.
  const granted = move.move === 'answer' && move.granted ? before.asked : null;
  const after: SimCase = { ...before, steps: before.steps + (granted === null ? 1 : 2) };
  const phase = granted === null ? phaseAfter(before, move) : PHASE_GRANTED[granted];
  if (phase !== null) {
    after.phase = phase;
    after.enteredAt = at;
  }
  if (move.move === 'verify' && !move.found) after.untrue = true;
  if (move.move === 'dispatch') after.department = move.department;
  if (move.move === 'ask') {
    after.requests += 1;
    after.asked = move.kind;
  }
  // A request lapses with the passage that it is about.
  if (move.move === 'answer' || phase !== null) after.asked = null;
  if (move.move === 'feed-back' || granted === 'return') after.disposals += 1;
  return after;
}

/** Where a granted request takes a case; null where it stays. */
const PHASE_GRANTED: Record<RequestKind, Phase | null> = {
  extension: null,
  suspension: null,
  appeal: null,
  return: 'dispatch',
  void: 'void',
};

/** Null where a move leaves the case in its phase. */
function phaseAfter({ phase, channel }: SimCase, move: Move): Phase | null {
  if (isEnd(phase)) return null;
  switch (move.move) {
    case 'accept':
      return channel === 'public' ? 'verify' : 'file';
    case 'verify':
      return move.found ? 'file' : 'accept';
    case 'file':
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
