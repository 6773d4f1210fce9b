import type { WaitingDelta, WaitingRow, WaitingSnapshot } from '#wire/waiting.ts';
import { Signal } from './signal.ts';

/** What waits for somebody by key. `total` counts what the server holds, which may be more than it sends. */
export class WaitingStore extends Signal {
  readonly rows = new Map<string, WaitingRow>();
  total = 0;
  loaded = false;

  replace(snapshot: WaitingSnapshot): void {
    this.rows.clear();
    for (const row of snapshot.rows) this.rows.set(row.key, row);
    this.total = snapshot.total;
    this.loaded = true;
    this.changed();
  }

  change(delta: WaitingDelta): void {
    for (const key of delta.removed) this.rows.delete(key);
    for (const row of delta.put) this.rows.set(row.key, row);
    this.total = delta.total;
    this.changed();
  }
}
