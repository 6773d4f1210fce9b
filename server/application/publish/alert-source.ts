import type { AlertBoard, BoardChange, BoardRow } from '#application/projection/alert-board.ts';
import type { ScopePlaces } from '#application/projection/place-scope.ts';
import type { AlertRow, AlertsDelta, AlertsSnapshot } from '#wire/figures.ts';
import type { Payload } from './channel.ts';
import type { StateSource } from './state-channel.ts';

/** The `alerts` topic of a scope: rows of open and taken alerts. */
export class AlertSource implements StateSource {
  private readonly board: AlertBoard;
  private readonly scope: ScopePlaces;
  private readonly put = new Map<number, AlertRow>();
  private readonly removed = new Set<number>();
  private total: number;

  constructor(board: AlertBoard, scope: ScopePlaces) {
    this.board = board;
    this.scope = scope;
    this.total = this.rows().length;
  }

  alertChanged({ id, before, after }: BoardChange): void {
    const was = this.shows(before);
    const is = this.shows(after);
    this.total += Number(is) - Number(was);
    if (after && is) {
      this.put.set(id, after.row);
      this.removed.delete(id);
    } else if (was) {
      this.put.delete(id);
      this.removed.add(id);
    }
  }

  changed(): boolean {
    return this.put.size + this.removed.size > 0;
  }

  snapshot(): Payload {
    const rows = this.rows();
    return { body: { total: rows.length, rows } satisfies AlertsSnapshot };
  }

  delta(): Payload | null {
    if (!this.changed()) return null;
    const body: AlertsDelta = { total: this.total, put: [...this.put.values()], removed: [...this.removed] };
    this.put.clear();
    this.removed.clear();
    return { body };
  }

  /** Rows of the scope as they are now. */
  rows(): AlertRow[] {
    return [...this.board.rows()].filter((shown) => this.shows(shown)).map(({ row }) => row);
  }

  private shows(shown: BoardRow | null): boolean {
    return shown !== null && this.scope.sees(shown.place, shown.row.department);
  }
}
