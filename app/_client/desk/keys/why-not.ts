import type { MoveName } from '#wire/command.ts';
import { ALERT_TAKERS } from '#wire/http/access.ts';
import { ACTS, isPossible, possibleOn, type ActId } from '../acts/acts.ts';
import { closedByHand } from '../acts/closed-by-hand.ts';
import { closedReason, postsOf, type ClosedReason } from '../acts/closed-reason.ts';
import type { Desk } from '../desk.ts';
import { isBulkAct } from '../queue/bulk/bulk.ts';
import { queuesOf } from '../queue/queues.ts';
import type { CommandId } from './desk-commands.ts';
import { canUndo } from './undo.ts';

/** Why a command can do nothing now: a word of `desk.palette.why`, with who has the alert. */
export type NothingToDo = {
  readonly why:
    | 'no-case'
    | 'no-line'
    | 'no-card'
    | 'nothing-picked'
    | 'alerts-only'
    | 'no-alert'
    | 'nothing-done'
    | 'not-yours'
    | 'held'
    | 'away';
  readonly name?: string;
};
export type WhyNot =
  { readonly kind: 'move'; readonly reason: ClosedReason } | ({ readonly kind: 'own' } & NothingToDo);

type NothingWord = NothingToDo['why'];

/**
 * Why a command can do nothing now, null where it can. The server decides all the same.
 * @param canAct whether the server can be reached.
 */
export function whyNot(desk: Desk, id: CommandId, canAct: boolean): WhyNot | null {
  const word = wordOf(desk, id, canAct);
  if (word !== null) return typeof word === 'string' ? { kind: 'own', why: word } : { kind: 'own', ...word };
  return isAct(id) ? whyNoMove(desk, id, canAct) : null;
}

function wordOf(desk: Desk, id: CommandId, canAct: boolean): NothingWord | NothingToDo | null {
  const { queue, picked } = desk;
  const isAlerts = queue.source.name === 'alerts';
  const detail = desk.open.detail;
  switch (id) {
    case 'open':
      return queue.selected === null ? 'no-line' : null;
    case 'unfold':
    case 'close-card':
      return queue.selectedCard === null ? 'no-card' : null;
    case 'mark':
      return !isAlerts ? 'alerts-only' : queue.selected === null ? 'no-line' : null;
    case 'mark-next':
    case 'mark-previous':
    case 'grouping':
      return isAlerts ? null : 'alerts-only';
    case 'handover':
    case 'history':
      return ALERT_TAKERS.some((role) => role === desk.me.role) ? null : 'not-yours';
    case 'export':
      return picked.length === 0 ? 'nothing-picked' : null;
    case 'requests':
      return queuesOf(desk.me).includes('requests') ? null : 'not-yours';
    case 'undo':
      return canUndo(desk) ? null : 'nothing-done';
    case 'fold':
    case 'timeline':
      return detail === null ? 'no-case' : null;
    case 'show-on-wall':
      return !desk.steersWalls ? 'not-yours' : detail === null ? 'no-case' : canAct ? null : 'away';
    case 'take':
    case 'release':
    case 'shelve':
    case 'close-alert':
      if (picked.length === 0 && detail === null) return 'no-case';
      return canAct ? (picked.length === 0 ? noAlert(desk, id) : null) : 'away';
    case 'comment':
      if (picked.length === 0 && detail === null) return 'no-case';
      return canAct ? null : 'away';
    default:
      return null;
  }
}

function noAlert(desk: Desk, id: 'take' | 'release' | 'shelve' | 'close-alert'): NothingWord | NothingToDo | null {
  const detail = desk.open.detail;
  const live = detail?.alerts.filter(({ status }) => status !== 'resolved') ?? [];
  const mine = live.some(({ status, takenBy }) => status === 'shelved' || takenBy === desk.me.id);
  if (id === 'release') {
    const closed = detail !== null && closedByHand(detail).length > 0;
    return mine || closed ? null : live.length === 0 ? 'no-alert' : 'not-yours';
  }
  if (live.length === 0) return 'no-alert';
  if (
    id === 'take' ? live.some(({ status }) => status === 'open') : mine || live.some(({ takenBy }) => takenBy === null)
  )
    return null;
  const holder = live.find(({ takenBy }) => takenBy !== null && takenBy !== desk.me.id);
  return holder === undefined ? 'no-alert' : { why: 'held', name: holder.takenByName ?? '' };
}

function isAct(id: CommandId): id is ActId {
  return ACTS.some((act) => act.id === id);
}

function whyNoMove(desk: Desk, id: ActId, canAct: boolean): WhyNot | null {
  const detail = desk.open.detail;
  const act = ACTS.find((one) => one.id === id);
  if (!canAct) return { kind: 'own', why: 'away' };
  if (act === undefined || (isBulkAct(id) && desk.picked.length > 0)) return null;
  if (detail === null) return { kind: 'own', why: 'no-case' };
  if (isPossible(act, possibleOn(detail))) return null;
  // Closing by force is a right of its own to a move that others have too.
  const move: MoveName = act.id === 'force-close' ? 'close' : act.id;
  const reason = closedReason(detail, move, desk.me.role, desk.rules.value);
  return {
    kind: 'move',
    reason:
      act.id === 'force-close' && reason.why !== 'ended' ? { why: 'post', posts: postsOf('force-close') } : reason,
  };
}
