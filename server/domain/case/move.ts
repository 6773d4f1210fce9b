import type { Limit } from '#domain/clock/limit.ts';
import type { RequestKind } from './request-kind.ts';
import { STAGES, type Stage } from './stage.ts';

/** A move somebody asks for on a case. What it becomes in the log is decided by `decide`. */
export type Move =
  | { move: 'accept' }
  | { move: 'decline'; reason: string }
  | { move: 'verify'; found: boolean; media: string[] }
  | { move: 'file'; categoryKey: string; conditionNo: number }
  | { move: 'dispatch'; department: string; supporting: string[]; note: string }
  | { move: 'pass'; to: string; note: string }
  | { move: 'self-handle'; note: string; media: string[] }
  | { move: 'support'; note: string; media: string[] }
  | { move: 'return'; reason: string }
  | { move: 'feed-back'; note: string; media: string[] }
  | { move: 'check'; passed: boolean; note: string; media: string[] }
  | { move: 'rework'; reason: string }
  | { move: 'extend'; reason: string }
  | { move: 'shorten'; limit: Limit; reason: string }
  | { move: 'suspend'; reason: string; until: number | null }
  | { move: 'resume'; reason: string }
  /** `level` null: the usual one, which rises with every supervision. */
  | { move: 'supervise'; level: number | null; reason: string; replyBy: number | null }
  /** The reply to a supervision, by its number within the case. */
  | { move: 'reply'; supervision: number; text: string }
  | { move: 'lift-supervision'; reason: string }
  | { move: 'urge'; note: string }
  | { move: 'send-team'; team: string; note: string }
  | { move: 'comment'; text: string; mentions?: string[] | undefined; media?: string[] | undefined }
  | { move: 'join'; to: string; reason: string }
  | { move: 'void'; reason: string }
  | { move: 'close'; note: string; forced: boolean }
  /** 授权: asks for what another post decides. */
  | { move: 'ask'; kind: RequestKind; reason: string; until: number | null; instance: number | null }
  /** The answer to a waiting request, by its number within the case. */
  | { move: 'answer'; request: number; granted: boolean; reason: string };
export type MoveName = Move['move'];

/** Where a move may start, whoever makes it. */
export type MoveRule = { from: readonly Stage[]; whileSuspended: boolean };

export const MOVE_RULES: Record<Exclude<MoveName, 'ask' | 'answer'>, MoveRule> = {
  accept: from('accept'),
  decline: from('accept', 'verify', 'file'),
  verify: from('verify'),
  file: from('file'),
  dispatch: from('dispatch', 'dispose'),
  pass: from('accept'),
  'self-handle': from('accept'),
  support: from('dispose'),
  return: from('dispose'),
  'feed-back': from('dispose'),
  check: from('check'),
  rework: from('check', 'close'),
  extend: from('dispose'),
  shorten: from('dispose'),
  suspend: from('dispatch', 'dispose'),
  resume: { from: STAGES, whileSuspended: true },
  supervise: { from: STAGES, whileSuspended: true },
  'lift-supervision': { from: STAGES, whileSuspended: true },
  reply: { from: STAGES, whileSuspended: true },
  urge: { from: STAGES, whileSuspended: true },
  'send-team': from(...STAGES),
  comment: { from: STAGES, whileSuspended: true },
  join: { from: STAGES, whileSuspended: true },
  void: { from: STAGES, whileSuspended: true },
  close: from('close'),
};

function from(...stages: Stage[]): MoveRule {
  return { from: stages, whileSuspended: false };
}
