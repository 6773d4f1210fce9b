import type { LogEntry } from '#application/ports.ts';
import { NO_ORDINAL } from '#wire/dictionary.ts';
import type { Notice } from '#wire/protocol.ts';

export const KEPT_NOTICES = 10_000;

export type KeptNotice = { readonly notice: Notice; readonly place: number; readonly department: string | null };

/** What decides who may hear of a case, and the version it has. */
export type NoticeCase = { place: number; department: string | null; version: number };

/** The latest notices of the whole city. A notice's number is its entry's position in the log, so it outlives a node. */
export class NoticeRing {
  private readonly kept: KeptNotice[] = [];
  /** Position before the oldest that can still be told. */
  private from: number;
  private to: number;

  constructor(position: number) {
    this.from = position;
    this.to = position;
  }

  /** Newest position told of. */
  get head(): number {
    return this.to;
  }

  reaches(position: number): boolean {
    return position >= this.from && position <= this.to;
  }

  /** Takes the next entry. `about`: what is known of its case; null for one that ended long ago. */
  add(entry: LogEntry, about: NoticeCase | null): void {
    this.to = entry.position;
    // Of many cases at once nobody is told by name: each case's own entry follows.
    if (entry.kind === 'restated' || entry.kind === 'canary') return;
    const { place = NO_ORDINAL, department = null, version = 0 } = about ?? {};
    this.kept.push({ notice: noticeOf(entry, version), place, department });
    if (this.kept.length < KEPT_NOTICES * 2) return;
    // Dropped by the half, so that a busy day doesn't move ten thousand elements for each notice.
    const dropped = this.kept.splice(0, KEPT_NOTICES);
    this.from = (dropped.at(-1) as KeptNotice).notice.seq;
  }

  after(position: number): KeptNotice[] {
    const kept = this.kept;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((kept[middle] as KeptNotice).notice.seq > position) high = middle;
      else low = middle + 1;
    }
    return kept.slice(low);
  }
}

function noticeOf(entry: Extract<LogEntry, { caseId: number }>, version: number): Notice {
  const { position: seq, recordedAt: at, caseId } = entry;
  if (entry.kind === 'alert') {
    const { alert, change } = entry;
    const by =
      change === 'taken' ? (alert.takenByName ?? '') : change === 'shelved' ? (alert.shelved?.byName ?? '') : '';
    const kind = `alert-${change}` as const;
    return { seq, at, kind, caseId, caseNumber: alert.caseNumber, what: alert.threshold, by, version };
  }
  const { event, after } = entry;
  const kind = event.data.type === 'reported' ? 'reported' : 'moved';
  return { seq, at, kind, caseId, caseNumber: after.number, what: event.data.type, by: event.actor.name, version };
}
