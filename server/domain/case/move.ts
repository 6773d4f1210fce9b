import type { Role } from '#domain/account/role.ts';
import type { CaseState } from './case.ts';
import { isEnd, STAGES, type Stage } from './stage.ts';

/** A move somebody asks for on a case. What it becomes in the log is decided by `decide`. */
export type Move =
  | { move: 'accept' }
  | { move: 'decline'; reason: string }
  | { move: 'verify'; found: boolean; media: string[] }
  | { move: 'file'; categoryKey: string; conditionNo: number }
  | { move: 'dispatch'; department: string; supporting: string[]; note: string }
  | { move: 'return'; reason: string }
  | { move: 'feed-back'; note: string; media: string[] }
  | { move: 'check'; passed: boolean; note: string; media: string[] }
  | { move: 'rework'; reason: string }
  | { move: 'extend'; reason: string }
  | { move: 'suspend'; reason: string; until: number | null }
  | { move: 'resume'; reason: string }
  | { move: 'supervise'; level: number; reason: string }
  | { move: 'lift-supervision'; reason: string }
  | { move: 'urge'; note: string }
  | { move: 'send-team'; team: string; note: string }
  | { move: 'comment'; text: string }
  | { move: 'void'; reason: string }
  | { move: 'close'; note: string; forced: boolean };
export type MoveName = Move['move'];

/** Where a move may start and who may make it (CJJ/T 106 posts; a source may run the cases that it reported itself). */
export type MoveRule = { from: readonly Stage[]; roles: readonly Role[]; whileSuspended: boolean };

const OPEN = STAGES;
const centre: Role[] = ['duty-officer', 'dispatcher'];

export const MOVE_RULES: Record<MoveName, MoveRule> = {
  accept: rule(['accept'], ['operator', 'duty-officer', 'source']),
  decline: rule(['accept', 'verify', 'file'], ['operator', 'duty-officer', 'source']),
  verify: rule(['verify'], ['collector', 'operator', 'duty-officer', 'source']),
  file: rule(['file'], ['duty-officer', 'source']),
  dispatch: rule(['dispatch', 'dispose'], [...centre, 'source']),
  return: rule(['dispose'], ['department', ...centre, 'source']),
  'feed-back': rule(['dispose'], ['department', ...centre, 'source']),
  check: rule(['check'], ['collector', 'operator', 'duty-officer', 'source']),
  rework: rule(['check', 'close'], ['operator', ...centre, 'source']),
  extend: rule(['dispose'], [...centre, 'source']),
  suspend: rule(['dispatch', 'dispose'], [...centre, 'source']),
  resume: { from: OPEN, roles: [...centre, 'source'], whileSuspended: true },
  supervise: { from: OPEN, roles: ['leader', 'duty-officer', 'source'], whileSuspended: true },
  'lift-supervision': { from: OPEN, roles: ['leader', 'duty-officer', 'source'], whileSuspended: true },
  urge: { from: OPEN, roles: ['leader', ...centre, 'source'], whileSuspended: true },
  'send-team': { from: OPEN, roles: [...centre, 'source'], whileSuspended: false },
  comment: {
    from: OPEN,
    roles: ['leader', 'duty-officer', 'operator', 'dispatcher', 'department', 'collector', 'source'],
    whileSuspended: true,
  },
  void: { from: OPEN, roles: ['duty-officer', 'source'], whileSuspended: true },
  close: rule(['close'], ['duty-officer', 'source']),
};

/** Moves that leave a case where it is. Only a comment may follow an end. */
const FORCED_CLOSERS: readonly Role[] = ['leader'];

/** At most this many extensions of one case (a city's practice, a setting later). */
export const MAX_EXTENSIONS = 2;

/** Whether the state allows the move, whoever asks. */
export function isLegal(state: CaseState, name: MoveName): boolean {
  const { from, whileSuspended } = MOVE_RULES[name];
  if (isEnd(state.phase)) return name === 'comment';
  if (!from.includes(state.phase)) return false;
  if (name === 'resume') return state.suspended !== null;
  if (name === 'lift-supervision') return state.supervisionLevel > 0;
  if (name === 'extend') return state.counts.extended < MAX_EXTENSIONS && state.suspended === null;
  return whileSuspended || state.suspended === null;
}

/** Moves that are legal now for a role, in the order of the flow. A foreign system's case takes only remarks. */
export function legalMoves(state: CaseState, role: Role): MoveName[] {
  return (Object.keys(MOVE_RULES) as MoveName[]).filter(
    (name) => MOVE_RULES[name].roles.includes(role) && isLegal(state, name) && isOurs(state, name),
  );
}

/** Whether a role may force an open case to its end. */
export function mayForceClose(role: Role): boolean {
  return FORCED_CLOSERS.includes(role);
}

/** A case whose stages are run elsewhere is urged, supervised and remarked on, never moved from here. */
export function isOurs(state: CaseState, name: MoveName): boolean {
  return (
    state.conduct === 'own' ||
    name === 'urge' ||
    name === 'supervise' ||
    name === 'lift-supervision' ||
    name === 'comment'
  );
}

function rule(from: readonly Stage[], roles: readonly Role[]): MoveRule {
  return { from, roles, whileSuspended: false };
}
