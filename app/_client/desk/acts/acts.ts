import type { RequestKind } from '#domain/case/request-kind.ts';
import type { Move, MoveName } from '#wire/command.ts';

/** What an act asks for before it is sent. `note` may stay empty, `reason` may not. */
export type ActForm =
  'nothing' | 'note' | 'reason' | 'department' | 'category' | 'verdict' | 'found' | 'ask' | 'answer';

/** An act of the bar: its key, the moves that it may become and what it asks. */
export type Act = {
  readonly id: string;
  readonly key: string;
  /** Enabled while one of these is legal. */
  readonly moves: readonly MoveName[];
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
  { id: 'feed-back', key: 'G', moves: ['feed-back'], form: 'note' },
  { id: 'check', key: 'V', moves: ['check'], form: 'verdict' },
  { id: 'close', key: 'C', moves: ['close'], form: 'note' },
  { id: 'urge', key: 'U', moves: ['urge'], form: 'note' },
  { id: 'supervise', key: 'S', moves: ['supervise'], form: 'reason' },
  { id: 'lift-supervision', key: '⇧S', moves: ['lift-supervision'], form: 'reason' },
  { id: 'extend', key: 'E', moves: ['extend'], form: 'reason' },
  { id: 'suspend', key: 'P', moves: ['suspend'], form: 'reason' },
  { id: 'resume', key: 'P', moves: ['resume'], form: 'note' },
  { id: 'return', key: 'B', moves: ['return'], form: 'reason' },
  { id: 'rework', key: 'R', moves: ['rework'], form: 'reason' },
  { id: 'decline', key: 'Y', moves: ['decline'], form: 'reason' },
  { id: 'ask', key: 'Q', moves: ['ask'], form: 'ask', rare: true },
  { id: 'answer', key: 'W', moves: ['answer'], form: 'answer', rare: true },
  { id: 'void', key: 'X', moves: ['void'], form: 'reason', confirms: true },
] as const satisfies readonly Act[];
export type ActId = (typeof ACTS)[number]['id'];

/** Pairs of which only one is shown: the second stands in while it is legal. */
const STAND_INS: readonly (readonly [ActId, ActId])[] = [
  ['suspend', 'resume'],
  ['supervise', 'lift-supervision'],
  ['check', 'verify'],
];

/** The bar for a case: what is legal now, and what is not (shown with the reason, so that nobody hunts for it). */
export function actsFor(legal: readonly MoveName[]): {
  readonly open: readonly Act[];
  readonly closed: readonly Act[];
} {
  const isLegal = (act: Act): boolean => act.moves.some((move) => legal.includes(move));
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

/** What was typed and chosen in an act's form. */
export type ActInput = {
  readonly text: string;
  readonly department: string | null;
  readonly categoryKey: string | null;
  readonly conditionNo: number | null;
  /** What is asked for. */
  readonly kind: RequestKind | null;
  /** The request that is answered, by its number within the case. */
  readonly request: number | null;
  /** Found true, repair passed, or request granted. */
  readonly verdict: boolean | null;
  /** End of a suspension, epoch ms; null leaves it open. */
  readonly until: number | null;
};

export const NO_INPUT: ActInput = {
  text: '',
  department: null,
  categoryKey: null,
  conditionNo: null,
  kind: null,
  request: null,
  verdict: null,
  until: null,
};

/** The move that a filled-in form stands for; null while something is missing. */
export function moveOf(id: ActId, input: ActInput): Move | null {
  const text = input.text.trim();
  switch (id) {
    case 'accept':
      return { move: 'accept' };
    case 'verify':
      return input.verdict === null ? null : { move: 'verify', found: input.verdict, media: [] };
    case 'file':
      if (input.categoryKey === null || input.conditionNo === null) return null;
      return { move: 'file', categoryKey: input.categoryKey, conditionNo: input.conditionNo };
    case 'dispatch':
      return input.department === null
        ? null
        : { move: 'dispatch', department: input.department, supporting: [], note: text };
    case 'feed-back':
      return { move: 'feed-back', note: text, media: [] };
    case 'check':
      return input.verdict === null ? null : { move: 'check', passed: input.verdict, note: text, media: [] };
    case 'close':
      return { move: 'close', note: text, forced: false };
    case 'urge':
      return { move: 'urge', note: text };
    case 'ask': {
      const { kind, until } = input;
      if (kind === null || text === '') return null;
      return { move: 'ask', kind, reason: text, until: kind === 'suspension' ? until : null, instance: null };
    }
    case 'answer':
      if (input.request === null || input.verdict === null || text === '') return null;
      return { move: 'answer', request: input.request, granted: input.verdict, reason: text };
    case 'resume':
      return { move: 'resume', reason: text };
    case 'suspend':
      return text === '' ? null : { move: 'suspend', reason: text, until: input.until };
    case 'supervise':
      return text === '' ? null : { move: 'supervise', level: 1, reason: text, replyBy: null };
    case 'lift-supervision':
    case 'extend':
    case 'return':
    case 'rework':
    case 'decline':
    case 'void':
      return text === '' ? null : { move: id, reason: text };
  }
}
