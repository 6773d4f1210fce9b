/** What a stored checkpoint is of. `definition`: how facts were made; `epoch` names the log, `position` how far it was read. */
export type CheckpointHead = {
  readonly definition: string;
  readonly epoch: string;
  readonly position: number;
  /** Rows of the case table and of the facts, to hold the parts against. */
  readonly cases: number;
  readonly facts: number;
  /** Another one with every write. */
  readonly stamp: string;
};

export const PART_KINDS = ['names', 'cases', 'facts'] as const;

/** A piece of a checkpoint: the names, or some thousand rows of the case table or of the facts. */
export type CheckpointPart = {
  readonly kind: (typeof PART_KINDS)[number];
  readonly no: number;
  readonly bytes: Buffer;
};

/** Keeps one checkpoint of the facts. Every method rejects with StoreUnavailable. */
export interface CheckpointStore {
  head(): Promise<CheckpointHead | null>;
  /**
   * The checkpoint as it is, its parts by kind (in the order of PART_KINDS) and number. Null without one, or where
   * `wanted` says no to it. Rejects with CheckpointDamaged for a part that is not as it was written.
   */
  read(wanted: (head: CheckpointHead) => boolean, take: (part: CheckpointPart) => void): Promise<CheckpointHead | null>;
  /**
   * Writes parts and head together, in place of those with the same kind and number, or of all (`whole`). False, with
   * nothing written, where the stored checkpoint's stamp is not `onto` (null: there is none).
   */
  write(
    head: CheckpointHead,
    parts: Iterable<CheckpointPart>,
    on: { onto: string | null; whole: boolean },
  ): Promise<boolean>;
}

/** What is stored is not what was written: it is of no use. */
export class CheckpointDamaged extends Error {
  override name = 'CheckpointDamaged';
}
