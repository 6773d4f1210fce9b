import { moveSchema } from '#wire/command.ts';
import { moveOf, type ActInput } from './act-input.ts';
import type { ActId } from './acts.ts';

/** What an act's form may still lack: a word of `desk.missing`. */
export type Missing =
  'department' | 'team' | 'category' | 'verdict' | 'to' | 'number' | 'limit' | 'reason' | 'text' | 'choice';

/** Lacks of one act, in the order of its fields. */
const NEEDS: Partial<Record<ActId, readonly Missing[]>> = {
  verify: ['verdict'],
  file: ['category'],
  dispatch: ['department'],
  check: ['verdict'],
  'send-team': ['team'],
  pass: ['to'],
  join: ['number', 'reason'],
  shorten: ['limit', 'reason'],
  support: ['text'],
  reply: ['choice', 'text'],
  ask: ['choice', 'reason'],
  answer: ['choice', 'verdict', 'reason'],
};

/** What a form needs before it can be sent, in the order of its fields; empty exactly when it is complete. */
export function missingOf(id: ActId, input: ActInput): readonly Missing[] {
  const move = moveOf(id, input);
  if (move !== null && moveSchema.safeParse(move).success) return [];
  return (NEEDS[id] ?? ['reason']).filter((part) => lacks(part, id, input));
}

function lacks(part: Missing, id: ActId, input: ActInput): boolean {
  switch (part) {
    case 'department':
      return input.department === null;
    case 'team':
      return input.team === null;
    case 'category':
      return input.categoryKey === null || input.conditionNo === null;
    case 'verdict':
      return input.verdict === null;
    case 'to':
    case 'number':
      return input.to.trim() === '';
    case 'limit':
      return !moveSchema.safeParse({ move: 'shorten', limit: input.limit, reason: 'x' }).success;
    case 'choice':
      return id === 'ask' ? input.kind === null : id === 'reply' ? input.supervision === null : input.request === null;
    case 'reason':
    case 'text':
      return input.text.trim() === '';
  }
}
