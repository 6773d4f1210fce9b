import type { AlertRow, AlertsDelta, AlertsSnapshot } from '#wire/figures.ts';
import { Signal } from './signal.ts';

/** Open and taken alerts by id. `total` counts those the server holds, which may be more than it sends. */
export class AlertStore extends Signal {
  readonly rows = new Map<number, AlertRow>();
  total = 0;
  dataAt = 0;
  loaded = false;
  readonly #rowReaders = new Set<(delta: Pick<AlertsDelta, 'put' | 'removed'> | null) => void>();

  /**
   * Hands every change of rows to `read` before the store says that it changed; null: everything is another. For whoever
   * keeps something up alert by alert. The returned function ends it.
   */
  followRows(read: (delta: Pick<AlertsDelta, 'put' | 'removed'> | null) => void): () => void {
    this.#rowReaders.add(read);
    return () => {
      this.#rowReaders.delete(read);
    };
  }

  replace(snapshot: AlertsSnapshot, dataAt: number): void {
    this.rows.clear();
    for (const row of snapshot.rows) this.rows.set(row.id, row);
    this.total = snapshot.total;
    this.dataAt = dataAt;
    this.loaded = true;
    for (const read of [...this.#rowReaders]) read(null);
    this.changed();
  }

  change(delta: AlertsDelta, dataAt: number): void {
    for (const id of delta.removed) this.rows.delete(id);
    for (const row of delta.put) this.rows.set(row.id, row);
    this.total = delta.total;
    this.dataAt = Math.max(this.dataAt, dataAt);
    for (const read of [...this.#rowReaders]) read(delta);
    this.changed();
  }
}
