import type { MoveName } from '#wire/command.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';

/** What an act asks for before it is sent. `note` may stay empty, `reason` may not. */
export type ActForm =
  'nothing' | 'note' | 'reason' | 'department' | 'category' | 'verdict' | 'found' | 'ask' | 'answer';

/** An act of the bar: its key, the moves that it may become and what it asks. */
export type Act = {
  readonly id: string;
  readonly key: string;
  /** Enabled while one of these is possible: moves, and closing by force, which is a right of its own. */
  readonly moves: readonly (MoveName | 'force-close')[];
  readonly form: ActForm;
  /** Sent only after a second yes, because it cannot be undone. */
  readonly confirms?: true;
  /** Out of sight while it is not legal: few posts ever have it. */
  readonly rare?: true;
};

/** The acts in the order of the bar: the flow first, then what may be done at any time. */
export const ACTS = [
  { id: 'accept', key: 'A', moves: ['accept'], form: 'nothing' },
  { id: 'verify', key: 'V', moves: ['verify'], form: 'found' },
  { id: 'file', key: 'I', moves: ['file'], form: 'category' },
  { id: 'dispatch', key: 'D', moves: ['dispatch'], form: 'department' },
  { id: 'send-team', key: '⇧D', moves: ['send-team'], form: 'note' },
  { id: 'feed-back', key: 'G', moves: ['feed-back'], form: 'note' },
  { id: 'check', key: 'V', moves: ['check'], form: 'verdict' },
  { id: 'close', key: 'C', moves: ['close'], form: 'note' },
  { id: 'urge', key: 'U', moves: ['urge'], form: 'note' },
  { id: 'supervise', key: 'S', moves: ['supervise'], form: 'reason' },
  { id: 'lift-supervision', key: '⇧S', moves: ['lift-supervision'], form: 'reason', rare: true },
  { id: 'extend', key: 'E', moves: ['extend'], form: 'reason' },
  { id: 'suspend', key: 'P', moves: ['suspend'], form: 'reason' },
  { id: 'resume', key: 'P', moves: ['resume'], form: 'note' },
  { id: 'return', key: 'B', moves: ['return'], form: 'reason' },
  { id: 'rework', key: 'R', moves: ['rework'], form: 'reason' },
  { id: 'decline', key: 'Y', moves: ['decline'], form: 'reason' },
  { id: 'ask', key: 'Q', moves: ['ask'], form: 'ask', rare: true },
  { id: 'answer', key: 'W', moves: ['answer'], form: 'answer', rare: true },
  { id: 'pass', key: 'F', moves: ['pass'], form: 'note', rare: true },
  { id: 'self-handle', key: 'Z', moves: ['self-handle'], form: 'note', rare: true },
  { id: 'support', key: '⇧G', moves: ['support'], form: 'reason', rare: true },
  { id: 'reply', key: '⇧R', moves: ['reply'], form: 'reason', rare: true },
  { id: 'shorten', key: '⇧E', moves: ['shorten'], form: 'reason', rare: true },
  { id: 'join', key: '⇧J', moves: ['join'], form: 'reason', rare: true },
  { id: 'force-close', key: '⇧C', moves: ['force-close'], form: 'reason', confirms: true, rare: true },
  { id: 'void', key: 'X', moves: ['void'], form: 'reason', confirms: true },
] as const satisfies readonly Act[];
export type ActId = (typeof ACTS)[number]['id'];

/** Pairs of which only one is shown: the second stands in while it is legal. */
const STAND_INS: readonly (readonly [ActId, ActId])[] = [
  ['suspend', 'resume'],
  ['check', 'verify'],
];

/** What the server lets the officer do on a case now: its legal moves, and the right to close it by force. */
export function possibleOn({ legal, rights }: Pick<CaseDetailAnswer, 'legal' | 'rights'>): readonly string[] {
  return rights.includes('force-close') ? [...legal, 'force-close'] : legal;
}

/** Whether an act can be begun, by what is possible on the case. */
export function isPossible(act: Act, possible: readonly string[]): boolean {
  return act.moves.some((move) => possible.includes(move));
}

/** The bar for a case: what is possible now, and what is not (shown with the reason, so that nobody hunts for it). */
export function actsFor(possible: readonly string[]): {
  readonly open: readonly Act[];
  readonly closed: readonly Act[];
} {
  const isLegal = (act: Act): boolean => isPossible(act, possible);
  const hidden = new Set<string>();
  for (const [first, second] of STAND_INS) {
    const standsIn = ACTS.some((act) => act.id === second && isLegal(act));
    hidden.add(standsIn ? first : second);
  }
  const shown = ACTS.filter(({ id }) => !hidden.has(id));
  return { open: shown.filter(isLegal), closed: shown.filter((act) => !isLegal(act) && !('rare' in act)) };
}

/** The act that moves the case on: the one suggested. Null where only remarks are possible. */
export function suggestedAct(legal: readonly MoveName[]): ActId | null {
  const forward: readonly ActId[] = ['accept', 'verify', 'file', 'check', 'close'];
  const found = forward.find((id) => legal.includes(id as MoveName));
  if (found) return found;
  // Dispatch stays legal in disposal as a re-dispatch, where urging is the usual next act.
  if (legal.includes('dispatch') && !legal.includes('feed-back')) return 'dispatch';
  return legal.includes('urge') ? 'urge' : null;
}
