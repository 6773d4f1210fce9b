import type { AlertColumns } from './alert-columns.ts';

/** From this share of changed rows on, sorting all is cheaper than merging them in. */
const MANY = 0.5;

/** The rows of all cases with alerts, worst first, kept up change by change. */
export class WorstFirst {
  /** Rows in order; what lies beyond `length` means nothing. */
  order = new Int32Array(0);
  length = 0;
  readonly #columns: AlertColumns;
  readonly #compare: (a: number, b: number) => number;

  constructor(columns: AlertColumns) {
    this.#columns = columns;
    this.#compare = (a, b) => {
      const { weight, dueAt, caseId } = this.#columns;
      return (
        (weight[a] as number) - (weight[b] as number) ||
        (dueAt[a] as number) - (dueAt[b] as number) ||
        (caseId[a] as number) - (caseId[b] as number)
      );
    };
  }

  /** Takes rows that changed, began or ended. */
  update(changed: readonly number[]): void {
    if (changed.length === 0) return;
    const { live, cases } = this.#columns;
    const moved = Int32Array.from(changed.filter((row) => live[row] === 1)).sort(this.#compare);
    const before = this.order;
    const stays = new Uint8Array(this.#columns.length).fill(1);
    for (const row of changed) stays[row] = 0;
    const kept = moved.length > cases * MANY ? null : before;
    const order = cases > before.length ? new Int32Array(cases + (cases >> 1)) : new Int32Array(before.length);
    if (kept === null) {
      this.length = this.#sortAll(order);
    } else {
      this.length = this.#merge(order, kept, stays, moved);
    }
    this.order = order;
  }

  #sortAll(into: Int32Array): number {
    const { live, length } = this.#columns;
    let count = 0;
    for (let row = 0; row < length; row++) if (live[row] === 1) into[count++] = row;
    into.subarray(0, count).sort(this.#compare);
    return count;
  }

  #merge(into: Int32Array, kept: Int32Array, stays: Uint8Array, moved: Int32Array): number {
    let count = 0;
    let next = 0;
    for (let at = 0; at < this.length; at++) {
      const row = kept[at] as number;
      if (stays[row] === 0) continue;
      while (next < moved.length && this.#compare(moved[next] as number, row) < 0)
        into[count++] = moved[next++] as number;
      into[count++] = row;
    }
    while (next < moved.length) into[count++] = moved[next++] as number;
    return count;
  }
}
