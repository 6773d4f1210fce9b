import type { RequestKind } from '#domain/case/request-kind.ts';
import type { LimitUnit } from '#domain/clock/limit.ts';
import type { Move } from '#wire/command.ts';
import type { ActId } from './acts.ts';

/** What was typed and chosen in an act's form. */
export type ActInput = {
  readonly text: string;
  /** References of photographs that were sent. */
  readonly media: readonly string[];
  readonly department: string | null;
  /** Code of the team that is sent. */
  readonly team: string | null;
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
  /** Codes of the departments that support the one dispatched to. */
  readonly supporting: readonly string[];
  /** How weighty a supervision is; null: the usual one. */
  readonly level: number | null;
  /** By when a supervision demands its reply, epoch ms; null demands none. */
  readonly replyBy: number | null;
  /** The supervision that is replied to, by its number within the case. */
  readonly supervision: number | null;
  /** The limit that a shortening sets; its value null until one is entered. */
  readonly limit: { readonly value: number | null; readonly unit: LimitUnit };
  /** Where it goes: number of the case it is joined to, or code of the district it is passed to. */
  readonly to: string;
};

export const NO_INPUT: ActInput = {
  text: '',
  media: [],
  department: null,
  team: null,
  categoryKey: null,
  conditionNo: null,
  kind: null,
  request: null,
  verdict: null,
  until: null,
  supporting: [],
  level: null,
  replyBy: null,
  supervision: null,
  limit: { value: null, unit: 'working-hour' },
  to: '',
};

/** The move that a filled-in form stands for; null while something is missing. */
export function moveOf(id: ActId, input: ActInput): Move | null {
  const text = input.text.trim();
  switch (id) {
    case 'accept':
      return { move: 'accept' };
    case 'verify':
      return input.verdict === null ? null : { move: 'verify', found: input.verdict, media: [...input.media] };
    case 'file':
      if (input.categoryKey === null || input.conditionNo === null) return null;
      return { move: 'file', categoryKey: input.categoryKey, conditionNo: input.conditionNo };
    case 'dispatch': {
      const { department } = input;
      if (department === null) return null;
      const supporting = input.supporting.filter((code) => code !== department);
      return { move: 'dispatch', department, supporting, note: text };
    }
    case 'pass':
      return input.to === '' ? null : { move: 'pass', to: input.to, note: text };
    case 'self-handle':
      return { move: 'self-handle', note: text, media: [...input.media] };
    case 'support':
      return text === '' ? null : { move: 'support', note: text, media: [...input.media] };
    case 'reply':
      return input.supervision === null || text === '' ? null : { move: 'reply', supervision: input.supervision, text };
    case 'shorten': {
      const { value, unit } = input.limit;
      return value === null || !(value > 0) || text === ''
        ? null
        : { move: 'shorten', limit: { value, unit }, reason: text };
    }
    case 'join': {
      const to = input.to.trim();
      return to === '' || text === '' ? null : { move: 'join', to, reason: text };
    }
    case 'force-close':
      return text === '' ? null : { move: 'close', note: text, forced: true };
    case 'feed-back':
      return { move: 'feed-back', note: text, media: [...input.media] };
    case 'check':
      return input.verdict === null
        ? null
        : { move: 'check', passed: input.verdict, note: text, media: [...input.media] };
    case 'close':
      return { move: 'close', note: text, forced: false };
    case 'send-team':
      return input.team === null ? null : { move: 'send-team', team: input.team, note: text };
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
      return text === '' ? null : { move: 'supervise', level: input.level, reason: text, replyBy: input.replyBy };
    case 'lift-supervision':
    case 'extend':
    case 'return':
    case 'rework':
    case 'decline':
    case 'void':
      return text === '' ? null : { move: id, reason: text };
  }
}
