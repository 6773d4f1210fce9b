/** Keys in order with their documents, to find those that begin with a text. */
export class SortedKeys {
  private keys: string[] = [];
  private documents: Int32Array = new Int32Array(1024);
  private count = 0;

  add(key: string, document: number): void {
    if (key === '') return;
    if (this.count === this.documents.length) {
      const grown = new Int32Array(2 * this.count);
      grown.set(this.documents);
      this.documents = grown;
    }
    this.keys.push(key);
    this.documents[this.count++] = document;
  }

  /** Sorts in steps of some milliseconds, bucket by bucket of a first letter pair. */
  *sort(): Generator<void> {
    const buckets = new Map<string, number[]>();
    for (let at = 0; at < this.count; at++) {
      const pair = (this.keys[at] as string).slice(0, 2);
      const bucket = buckets.get(pair);
      if (bucket === undefined) buckets.set(pair, [at]);
      else bucket.push(at);
      if (at % 50_000 === 49_999) yield;
    }
    const keys: string[] = [];
    const documents = new Int32Array(this.count);
    let sortedSinceYield = 0;
    for (const pair of [...buckets.keys()].sort()) {
      const bucket = buckets.get(pair) as number[];
      bucket.sort((a, b) => this.order(a, b));
      for (const at of bucket) {
        documents[keys.length] = this.documents[at] as number;
        keys.push(this.keys[at] as string);
      }
      sortedSinceYield += bucket.length;
      if (sortedSinceYield > 10_000) {
        yield;
        sortedSinceYield = 0;
      }
    }
    this.keys = keys;
    this.documents = documents;
  }

  /**
   * Calls `each` for keys that begin with the text: the first ones in order (exact and shortest among them), and where
   * there are more than `most`, evenly spread ones of the rest.
   */
  beginningWith(typed: string, most: number, each: (key: string, document: number) => void): void {
    const from = this.lowerBound(typed);
    const to = this.lowerBound(`${typed}\uffff`);
    const first = Math.min(to, from + Math.ceil(most / 4));
    for (let at = from; at < first; at++) each(this.keys[at] as string, this.documents[at] as number);
    const step = Math.max(1, Math.ceil((to - first) / (most - (first - from))));
    for (let at = first; at < to; at += step) each(this.keys[at] as string, this.documents[at] as number);
  }

  exactly(key: string, each: (document: number) => void): void {
    for (let at = this.lowerBound(key); at < this.keys.length && this.keys[at] === key; at++)
      each(this.documents[at] as number);
  }

  private order(a: number, b: number): number {
    const [left, right] = [this.keys[a] as string, this.keys[b] as string];
    if (left !== right) return left < right ? -1 : 1;
    return (this.documents[a] as number) - (this.documents[b] as number);
  }

  private lowerBound(key: string): number {
    let low = 0;
    let high = this.keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.keys[middle] as string) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
