const isPlain = /^[a-z0-9]+$/u;

/**
 * The letter groups by which a key is found although it is misspelled, as numbers: pairs in Chinese, threes in Latin,
 * with a mark before the first letter. Calls `each` once for every group, repeated ones too.
 */
export function forEachGram(key: string, each: (gram: number) => void): void {
  if (isPlain.test(key)) {
    let a = 0;
    let b = 0;
    for (let at = 0; at < key.length; at++) {
      const c = latinCode(key.charCodeAt(at));
      if (at > 0) each((a * 37 + b) * 37 + c);
      a = b;
      b = c;
    }
    return;
  }
  // No Chinese pair is as small as a Latin three: its first letter is 1 (the mark) or above ASCII.
  let left = 1;
  for (let at = 0; at < key.length; at++) {
    const right = key.charCodeAt(at);
    each(left * 65_536 + right + (left < 128 ? 1e10 : 0));
    left = right;
  }
}

/** 1 to 10 digits, 11 to 36 letters; 0 is the mark before the first. */
function latinCode(code: number): number {
  return code < 58 ? code - 47 : code - 86;
}

/** The documents of each group, packed; built by two walks over all keys so that nothing is held twice. */
export class GramIndex {
  private readonly ids = new Map<number, number>();
  private counts: number[] = [];
  private starts = new Uint32Array(0);
  private filled = new Uint32Array(0);
  private documents = new Int32Array(0);

  /** First walk: counts. Every key is told here, then `prepare`, then every key again to `fill`. */
  count(key: string): void {
    forEachGram(key, (gram) => {
      let id = this.ids.get(gram);
      if (id === undefined) {
        id = this.counts.length;
        this.ids.set(gram, id);
        this.counts.push(0);
      }
      this.counts[id] = (this.counts[id] as number) + 1;
    });
  }

  prepare(): void {
    this.starts = new Uint32Array(this.counts.length + 1);
    this.counts.forEach((count, id) => (this.starts[id + 1] = (this.starts[id] as number) + count));
    this.filled = this.starts.slice();
    this.documents = new Int32Array(this.starts[this.counts.length] ?? 0);
    this.counts = [];
  }

  fill(key: string, document: number): void {
    forEachGram(key, (gram) => {
      const id = this.ids.get(gram) as number;
      const at = this.filled[id] as number;
      this.documents[at] = document;
      this.filled[id] = at + 1;
    });
  }

  /** Documents that share a group, with repeats; empty for a group that nobody has. */
  of(gram: number): Int32Array {
    const id = this.ids.get(gram);
    if (id === undefined) return this.documents.subarray(0, 0);
    return this.documents.subarray(this.starts[id], this.starts[id + 1]);
  }
}
