import type { FactKind } from './fact.ts';
import type { SettingChoice, SettingName } from './settings.ts';

/**
 * What is counted of the facts of one kind, for a span as of an instant T (only what happened before T counts):
 * `entered` begun in the span; `passed` begun in the span and done by T; `done` done in the span; `onTime` of those,
 * not late; `overdue` past its limit at T and not done, fallen due in the span; `waiting` begun before the span's end
 * and neither done nor left at T; `undone` done in the span and found wrong by T; `seconds` time from begin to end of
 * what was done. `exempt` and `voided` are what was left out of the others.
 */
export const MEASURES = [
  'entered',
  'passed',
  'done',
  'onTime',
  'overdue',
  'waiting',
  'undone',
  'seconds',
  'exempt',
  'voided',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Patrol: reported by collectors. Other: the public, leaders, video, sensors, other platforms. */
export const CHANNEL_CLASSES = ['any', 'patrol', 'other'] as const;
export type ChannelClass = (typeof CHANNEL_CLASSES)[number];

/** One count of facts, taken off where `sign` is -1. */
export type Term = {
  readonly kind: FactKind;
  readonly measure: Measure;
  readonly channel: ChannelClass;
  readonly sign: 1 | -1;
};

/** Score of a count: the first band whose `upTo` is not below it (null: no end). */
export type Band = { readonly upTo: number | null; readonly score: number };

/** `rate`: value × 100; `complement`: (1 - value) × 100; `bands`: by the count. Weights are whole per cents. */
export type ScorePart = {
  readonly indicator: string;
  readonly weight: number;
  readonly as: 'rate' | 'complement' | 'bands';
  readonly bands: readonly Band[] | null;
};

/** How an indicator is computed. `not-kept`: the platform keeps no facts of it, so it has no value. */
export type Formula =
  | { readonly form: 'count'; readonly terms: readonly Term[] }
  | { readonly form: 'ratio'; readonly numerator: string; readonly denominator: string }
  | { readonly form: 'mean-hours'; readonly seconds: Term; readonly count: string }
  | { readonly form: 'score'; readonly parts: readonly ScorePart[] }
  | { readonly form: 'grade' }
  | { readonly form: 'not-kept' };

/** A formula, or one for each choice of a setting where sources disagree. */
export type Definition =
  | Formula
  | { readonly form: 'setting'; readonly setting: SettingName; readonly by: Readonly<Record<SettingChoice, Formula>> };
