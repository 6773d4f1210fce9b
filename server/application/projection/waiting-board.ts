import type { CaseSummary } from '#domain/case/case.ts';
import type { TaskKind } from '#domain/task/task.ts';
import type { TaskRow, WaitingCase, WaitingRow } from '#wire/waiting.ts';
import type { PlaceOrdinals } from './place-scope.ts';

export type WaitingShown = { readonly row: WaitingRow; readonly place: number };
/** One row before and after a change; null = not on the board then. */
export type WaitingChange = {
  readonly key: string;
  readonly before: WaitingShown | null;
  readonly after: WaitingShown | null;
};

/** Which collector has the task of a case's running passage. */
export type TaskHolder = { readonly caseId: number; readonly collector: string | null; readonly taken: boolean };

type Held = { version: number; summary: CaseSummary; shown: Map<string, WaitingShown> };

/** What waits for somebody: requests for an answer, supervisions for a reply, verification and check for a collector. */
export class WaitingBoard {
  private readonly cases = new Map<number, Held>();
  private holders = new Map<number, TaskHolder>();
  private readonly places: PlaceOrdinals;

  constructor(places: PlaceOrdinals) {
    this.places = places;
  }

  *rows(): Generator<WaitingShown> {
    for (const { shown } of this.cases.values()) yield* shown.values();
  }

  /** Takes a case as it is now; one older than the one held changes nothing. */
  put(summary: CaseSummary): WaitingChange[] {
    const held = this.cases.get(summary.id);
    if (held && summary.version < held.version) return [];
    const place = this.places.ordinalAt(summary.place);
    const rows = [...askedRows(summary), ...taskRows(summary, this.holders.get(summary.id))];
    if (rows.length === 0 && !held) return [];
    const shown = new Map(rows.map((row) => [row.key, { row, place }]));
    if (shown.size === 0) this.cases.delete(summary.id);
    else this.cases.set(summary.id, { version: summary.version, summary, shown });
    const changes = [...shown].map(([key, after]) => ({ key, before: held?.shown.get(key) ?? null, after }));
    const gone = [...(held?.shown ?? [])].filter(([key]) => !shown.has(key));
    return [...changes, ...gone.map(([key, before]) => ({ key, before, after: null }))];
  }

  /** Takes who has which task, all of them; tells what differs from before. */
  setHolders(holders: readonly TaskHolder[]): WaitingChange[] {
    this.holders = new Map(holders.map((holder) => [holder.caseId, holder]));
    const changes: WaitingChange[] = [];
    for (const { summary, shown } of this.cases.values()) {
      for (const row of taskRows(summary, this.holders.get(summary.id))) {
        const before = shown.get(row.key) ?? null;
        if (before?.row.queue !== 'task') continue;
        if (before.row.collector === row.collector && before.row.taken === row.taken) continue;
        const after = { row, place: before.place };
        shown.set(row.key, after);
        changes.push({ key: row.key, before, after });
      }
    }
    return changes;
  }
}

function askedRows(summary: CaseSummary): WaitingRow[] {
  const { waits, stageClock } = summary;
  if (!waits) return [];
  const about = caseOf(summary);
  const requests = waits.requests.map(({ no, kind, reason, by, at }): WaitingRow => {
    // An appeal is about a passage that is over: nothing runs on while it waits.
    const clock = kind === 'appeal' ? null : stageClock;
    const key = `request/${summary.id}/${no}`;
    const { basis = 'continuous', dueAt = null } = clock ?? {};
    return { ...about, queue: 'request', key, no, kind, reason, by: by.name, at, basis, dueAt };
  });
  const supervisions = waits.supervisions.map(({ no, level, reason, by, at, replyBy: dueAt }): WaitingRow => {
    const key = `supervision/${summary.id}/${no}`;
    return { ...about, queue: 'supervision', key, no, level, reason, by: by.name, at, basis: 'continuous', dueAt };
  });
  return [...requests, ...supervisions];
}

/** The passage through verification or check that an own case is in, if it is in one. */
function taskRows(summary: CaseSummary, holder: TaskHolder | undefined): TaskRow[] {
  const kind: TaskKind | null = summary.phase === 'verify' || summary.phase === 'check' ? summary.phase : null;
  if (kind === null || summary.conduct !== 'own') return [];
  const { basis = 'continuous', dueAt = null } = summary.stageClock ?? {};
  const { collector = null, taken = false } = holder ?? {};
  const key = `task/${summary.id}`;
  return [{ ...caseOf(summary), queue: 'task', key, kind, collector, taken, at: summary.stageEnteredAt, basis, dueAt }];
}

function caseOf(summary: CaseSummary): WaitingCase {
  return {
    caseId: summary.id,
    caseNumber: summary.number,
    stage: summary.phase,
    categoryKey: summary.categoryKey,
    conditionNo: summary.conditionNo,
    districtCode: summary.place.districtCode,
    subdistrictCode: summary.place.subdistrictCode,
    department: summary.department,
    address: summary.address,
    urgent: summary.urgent,
    supervised: summary.supervisionLevel > 0,
    caseVersion: summary.version,
  };
}
