import type { ChainedLine } from './chain.ts';
import type { Verified } from './verify.ts';

/** Which lines are looked for; null: any. Instants in epoch ms, `until` not included. */
export type AuditFilter = {
  /** A user name, an id, or the beginning of a name. */
  who: string | null;
  /** An act, or the beginning of several: `case.` */
  act: string | null;
  /** A subject or its beginning: a case number, a user name, a list. */
  subject: string | null;
  result: ChainedLine['result'] | null;
  since: number | null;
  until: number | null;
};

/** What the auditor may ask. All reject with StoreUnavailable. */
export interface AuditTrail {
  /** Newest first, below a number. `nextBefore` is null on the last page. */
  search(
    filter: AuditFilter,
    page: { before: number | null; limit: number },
  ): Promise<{ lines: readonly ChainedLine[]; nextBefore: number | null }>;
  /** Every act that occurs, in alphabetic order. */
  acts(): Promise<readonly string[]>;
  /** Recounts the whole chain. Asked again before it is done, it answers both with one count. */
  verify(): Promise<Verified>;
  /** For how many days lines are kept at least; null: for ever. */
  readonly keptDays: number | null;
}
