import type { ScopePlaces } from '#application/projection/place-scope.ts';
import type { WaitingBoard, WaitingChange, WaitingShown } from '#application/projection/waiting-board.ts';
import type { WaitingDelta, WaitingRow, WaitingSnapshot } from '#wire/waiting.ts';
import type { Payload } from './channel.ts';
import type { StateSource } from './state-channel.ts';

/** More than anybody works off: a backlog beyond it stays on the server and is counted. */
const MOST_SENT = 5_000;

/** The `waiting` topic of a scope: what waits for somebody, as many rows as a page can bear. */
export class WaitingSource implements StateSource {
  private readonly board: WaitingBoard;
  private readonly scope: ScopePlaces;
  private readonly most: number;
  private readonly sent = new Map<string, WaitingRow>();
  private readonly put = new Map<string, WaitingRow>();
  private readonly removed = new Set<string>();
  private total = 0;

  constructor(board: WaitingBoard, scope: ScopePlaces, most = MOST_SENT) {
    this.board = board;
    this.scope = scope;
    this.most = most;
    for (const shown of board.rows()) {
      if (!this.shows(shown)) continue;
      this.total += 1;
      if (this.sent.size < most) this.sent.set(shown.row.key, shown.row);
    }
  }

  waitingChanged({ key, before, after }: WaitingChange): void {
    const is = after !== null && this.shows(after);
    this.total += Number(is) - Number(before !== null && this.shows(before));
    if (is && (this.sent.has(key) || this.sent.size < this.most)) this.send(after.row);
    else if (!is && this.sent.delete(key)) {
      this.put.delete(key);
      this.removed.add(key);
    }
  }

  changed(): boolean {
    return this.put.size + this.removed.size > 0;
  }

  snapshot(): Payload {
    return { body: { total: this.total, rows: [...this.sent.values()] } satisfies WaitingSnapshot };
  }

  delta(): Payload | null {
    if (!this.changed()) return null;
    if (this.removed.size > 0 && this.sent.size < Math.min(this.most, this.total)) this.fill();
    const body: WaitingDelta = { total: this.total, put: [...this.put.values()], removed: [...this.removed] };
    this.put.clear();
    this.removed.clear();
    return { body };
  }

  /** Room that was left goes to rows that found none before. */
  private fill(): void {
    for (const shown of this.board.rows()) {
      if (this.sent.size >= this.most) return;
      if (this.shows(shown) && !this.sent.has(shown.row.key)) this.send(shown.row);
    }
  }

  private send(row: WaitingRow): void {
    this.sent.set(row.key, row);
    this.put.set(row.key, row);
    this.removed.delete(row.key);
  }

  private shows({ place, row }: WaitingShown): boolean {
    return this.scope.sees(place, row.department);
  }
}
