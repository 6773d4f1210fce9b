import type { CaseChange, CaseTable } from '#application/projection/case-table.ts';
import type { ScopePlaces } from '#application/projection/place-scope.ts';
import { encodeCaseDelta, encodeCaseSnapshot } from '#wire/case-frame.ts';
import { copyCaseRow, createCaseColumns } from '#wire/case-rows.ts';
import type { CaseColumns } from '#wire/columns.ts';
import type { Payload } from './channel.ts';
import type { StateSource } from './state-channel.ts';

/** The `cases` topic of a scope: columns of the open cases in it, and which rows changed. */
export class CaseSource implements StateSource {
  private readonly table: CaseTable;
  private readonly scope: ScopePlaces;
  private readonly put = new Set<number>();
  private readonly removed = new Set<number>();

  constructor(table: CaseTable, scope: ScopePlaces) {
    this.table = table;
    this.scope = scope;
  }

  caseChanged({ before, after, byTime }: CaseChange): void {
    if (byTime) return;
    const was = before !== null && this.scope.sees(before.place, before.department);
    if (after && this.scope.sees(after.place, after.department)) {
      this.put.add(after.id);
      this.removed.delete(after.id);
    } else if (was) {
      this.put.delete(before.id);
      this.removed.add(before.id);
    }
  }

  changed(): boolean {
    return this.put.size + this.removed.size > 0;
  }

  snapshot(): Payload {
    const { columns } = this.table;
    if (this.scope.isCity && this.scope.department === null) return { bytes: encodeCaseSnapshot(columns) };
    const rows: number[] = [];
    for (let row = 0; row < columns.length; row++) {
      if (!this.scope.has(columns.place[row] as number)) continue;
      const { place, department } = this.table.factsAt(row);
      if (this.scope.sees(place, department)) rows.push(row);
    }
    return { bytes: encodeCaseSnapshot(pick(columns, rows)) };
  }

  delta(): Payload | null {
    if (!this.changed()) return null;
    const rows = [...this.put].map((id) => this.table.rowOf(id));
    const bytes = encodeCaseDelta({ put: pick(this.table.columns, rows), removed: Uint32Array.from(this.removed) });
    this.put.clear();
    this.removed.clear();
    return { bytes };
  }
}

function pick(columns: CaseColumns, rows: readonly number[]): CaseColumns {
  const picked = createCaseColumns(rows.length);
  picked.length = rows.length;
  rows.forEach((row, at) => copyCaseRow(columns, row, picked, at));
  return picked;
}
