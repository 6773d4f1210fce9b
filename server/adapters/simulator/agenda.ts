/** What is to come, soonest first; of one instant in the order it was put in. A binary heap. */
export class Agenda<Item> {
  private readonly heap: { at: number; no: number; item: Item }[] = [];
  private next = 0;

  get size(): number {
    return this.heap.length;
  }

  put(at: number, item: Item): void {
    const entry = { at, no: this.next++, item };
    let slot = this.heap.push(entry) - 1;
    while (slot > 0) {
      const parent = (slot - 1) >> 1;
      const above = this.heap[parent]!;
      if (!isBefore(entry, above)) break;
      this.heap[slot] = above;
      slot = parent;
    }
    this.heap[slot] = entry;
  }

  /** Takes the soonest item off, unless it lies after `until`. */
  take(until: number): { at: number; item: Item } | null {
    const first = this.heap[0];
    if (first === undefined || first.at > until) return null;
    const last = this.heap.pop()!;
    if (this.heap.length > 0) this.sink(last);
    return first;
  }

  private sink(entry: { at: number; no: number; item: Item }): void {
    let slot = 0;
    for (;;) {
      let child = 2 * slot + 1;
      if (child >= this.heap.length) break;
      if (child + 1 < this.heap.length && isBefore(this.heap[child + 1]!, this.heap[child]!)) child += 1;
      if (!isBefore(this.heap[child]!, entry)) break;
      this.heap[slot] = this.heap[child]!;
      slot = child;
    }
    this.heap[slot] = entry;
  }
}

function isBefore(a: { at: number; no: number }, b: { at: number; no: number }): boolean {
  return a.at < b.at || (a.at === b.at && a.no < b.no);
}
