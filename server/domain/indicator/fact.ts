import type { Actor } from '#domain/account/role.ts';
import type { Channel } from '#domain/case/event.ts';
import type { Located, Position } from '#domain/place/position.ts';

/**
 * What a fact is about: a passage through a stage of the national flow, the whole case, or something that was done to a
 * case. The index in this list is its code in columns: only append.
 */
export const FACT_KINDS = [
  'report',
  'accept',
  'verify-task',
  'verify',
  'confirm',
  'file',
  'dispatch',
  'dispose',
  'check',
  'whole',
  'rework',
  'return',
  'extension',
  'void',
  'self-handled',
  'visit',
  'check-task',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Posts of GB/T 30428.4 that are evaluated, and the department that disposes. */
export const POSTS = ['collector', 'operator', 'duty-officer', 'dispatcher', 'department'] as const;
export type Post = (typeof POSTS)[number];

/** Whose work each kind of fact is; null where it is nobody's alone. */
export const POST_OF: Record<FactKind, Post | null> = {
  report: 'collector',
  accept: 'operator',
  'verify-task': 'operator',
  verify: 'collector',
  confirm: null,
  file: 'duty-officer',
  dispatch: 'dispatcher',
  dispose: 'department',
  check: 'collector',
  whole: 'duty-officer',
  rework: 'department',
  return: 'department',
  extension: 'department',
  void: 'duty-officer',
  'self-handled': 'collector',
  visit: null,
  'check-task': 'operator',
};

/** Why a fact is in no count any more: its case was voided, or is the same as another case. */
export const LEAVINGS = ['voided', 'duplicate'] as const;
export type Leaving = (typeof LEAVINGS)[number];

const DUE: readonly FactKind[] = ['verify-task', 'verify', 'dispatch', 'dispose', 'check', 'check-task', 'whole'];

/**
 * Kinds whose facts leave every count with their case: 作废 leaves all "due" counts; a duplicate is no second case, so
 * its filing leaves as well.
 */
export const LEAVES_WHEN: Readonly<Record<Leaving, ReadonlySet<FactKind>>> = {
  voided: new Set(DUE),
  duplicate: new Set([...DUE, 'file']),
};

/** Somebody who did the work a fact is about. */
export type Doer = { readonly id: string; readonly name: string };

/**
 * One thing that figures count. Instants in epoch ms. `dueAt` null: nothing was or is due (no limit, or the clock is
 * held). `endedAt` null: still open. `done` says whether it ended by being done, rather than by being left (returned,
 * sent elsewhere, case void). `undoneAt`: when it turned out wrong (void after filing, another department after dispatch)
 * or left the counts.
 *
 * What was known of it may have changed, by an extension, a pause, an appeal: then it is several facts of which one holds
 * at a time, from `knownFrom` (null: ever since) to `knownTo` (null: still).
 */
export type Fact = {
  readonly kind: FactKind;
  readonly enteredAt: number;
  readonly dueAt: number | null;
  readonly endedAt: number | null;
  readonly done: boolean;
  /** Ended after its due instant. */
  readonly late: boolean;
  /** A timeout that an appeal exempted from the score; the fact stays. */
  readonly exempt: boolean;
  readonly undoneAt: number | null;
  /** Set where it leaves every count at `undoneAt`. */
  readonly leaves: Leaving | null;
  readonly knownFrom: number | null;
  readonly knownTo: number | null;
  readonly department: string | null;
  readonly doer: Doer | null;
  /** Where its case lay while this held; absent: where it lies now. */
  readonly place?: Located;
};

/** The facts of one case with what they are grouped by. `id` is the case's dense whole number. */
export type CaseFacts = {
  readonly id: number;
  /** Where it lies by the codes of its day. */
  readonly place: Located;
  /** Null: it has no point. */
  readonly position: Position | null;
  readonly channel: Channel;
  readonly categoryKey: string | null;
  readonly facts: readonly Fact[];
};

/** A fact of which nothing is known but what it is and when it began (epoch ms). */
export function blankFact(kind: FactKind, enteredAt: number): Fact {
  return {
    kind,
    enteredAt,
    dueAt: null,
    endedAt: null,
    done: false,
    late: false,
    exempt: false,
    undoneAt: null,
    leaves: null,
    knownFrom: null,
    knownTo: null,
    department: null,
    doer: null,
  };
}

/** Whose work it is: nobody's where the platform itself acted. */
export function doerOf(actor: Actor | undefined): Doer | null {
  return actor === undefined || actor.kind === 'system' ? null : { id: actor.id, name: actor.name };
}
