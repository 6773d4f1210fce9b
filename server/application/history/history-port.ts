import type { Principal } from '#domain/account/role.ts';
import type { Threshold } from '#domain/alert/alert.ts';
import type { Reach } from '#application/query/reach.ts';
import type { HistoryKind, HistoryLine } from '#wire/http/history.ts';

/** What is looked for; null: any. Instants in epoch ms, [since, until) of when it happened. */
export type HistoryFilter = {
  kind: HistoryKind;
  what: string | null;
  /** The beginning of a name. */
  who: string | null;
  place: string | null;
  category: string | null;
  threshold: Threshold | null;
  caseNumber: string | null;
  since: number | null;
  until: number | null;
};

/** Where a page ends: what lies before this. */
export type HistoryMark = { at: number; position: number };

/** `next` null: there is no more. `lookedBackTo`: where a page stopped before it was full. */
export type HistoryPage = { lines: HistoryLine[]; next: HistoryMark | null; lookedBackTo: number | null };

/** Looks back through the log within a reach, newest first. Rejects with StoreUnavailable. */
export interface HistoryStore {
  search(
    filter: HistoryFilter,
    reach: Reach,
    page: { before: HistoryMark | null; limit: number },
  ): Promise<HistoryPage>;
}

export interface HistoryPort {
  search(
    who: Principal,
    filter: HistoryFilter,
    page: { before: HistoryMark | null; limit: number },
  ): Promise<HistoryPage>;
  /** As a table, `most` lines at most; `lines` says how many there are in it. */
  sheet(
    who: Principal,
    filter: HistoryFilter,
    format: 'csv' | 'xlsx',
    lang: 'zh' | 'en',
  ): Promise<{ file: Uint8Array; lines: number }>;
}
