import type { AlertRow, AlertsDelta, AlertsSnapshot } from '#wire/figures.ts';
import { Signal } from './signal.ts';

/** Open and taken alerts by id. `total` counts those the server holds, which may be more than it sends. */
export class AlertStore extends Signal {
  readonly rows = new Map<number, AlertRow>();
  total = 0;
  dataAt = 0;
  loaded = false;

  replace(snapshot: AlertsSnapshot, dataAt: number): void {
    this.rows.clear();
    for (const row of snapshot.rows) this.rows.set(row.id, row);
    this.total = snapshot.total;
    this.dataAt = dataAt;
    this.loaded = true;
    this.changed();
  }

  change(delta: AlertsDelta, dataAt: number): void {
    for (const id of delta.removed) this.rows.delete(id);
    for (const row of delta.put) this.rows.set(row.id, row);
    this.total = delta.total;
    this.dataAt = Math.max(this.dataAt, dataAt);
    this.changed();
  }
}
