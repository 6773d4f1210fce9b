import { forEachGram, GramIndex } from './grams.ts';
import { similarity } from './similarity.ts';
import { SortedKeys } from './sorted-keys.ts';

/** What is looked up: its keys (`nameKey`), and its rank: of names that begin alike lower ranks are looked at first. */
export type NamedDocument = { keys: readonly string[]; rank: 0 | 1 | 2 };

/** A document with how alike its best key is, 0 to 1. */
export type NameHit = { document: number; alike: number };

/** Most names that begin alike which are looked at per rank, and most entries of group lists per question. */
const MOST_BEGINNINGS = 800;
const MOST_POSTINGS = 20_000;
/** Documents with the best groups whose names are compared letter by letter. */
const MOST_COMPARED = 60;

/**
 * Names by their beginning and, misspelled ones, by letter groups. A question costs at most a fixed amount of work
 * whatever the number of names: groups that too many share are left out in favour of rarer ones.
 */
export class NameIndex {
  private readonly keysOf: (document: number) => readonly string[];
  private readonly sorted = [new SortedKeys(), new SortedKeys(), new SortedKeys()] as const;
  private readonly grams = new GramIndex();
  private readonly weights: Float32Array;
  /** Letters of a document's first key, at most 255. */
  private readonly lengths: Uint8Array;

  /** @param keysOf the keys of a document again, as they were given to `build`. */
  constructor(documents: number, keysOf: (document: number) => readonly string[]) {
    this.keysOf = keysOf;
    this.weights = new Float32Array(documents);
    this.lengths = new Uint8Array(documents);
  }

  /**
   * Fills the index, in steps of some milliseconds so that a server can do other things between them. Rank 2 is found by
   * its beginning alone.
   */
  *build(rankOf: (document: number) => NamedDocument['rank']): Generator<void, this> {
    const documents = this.weights.length;
    for (let document = 0; document < documents; document++) {
      const rank = rankOf(document);
      const keys = this.keysOf(document);
      this.lengths[document] = Math.min(255, keys[0]?.length ?? 0);
      for (const key of keys) {
        this.sorted[rank].add(key, document);
        if (rank < 2) this.grams.count(key);
      }
      if (document % STEP === STEP - 1) yield;
    }
    this.grams.prepare();
    for (let document = 0; document < documents; document++) {
      if (rankOf(document) < 2) for (const key of this.keysOf(document)) this.grams.fill(key, document);
      if (document % STEP === STEP - 1) yield;
    }
    for (const keys of this.sorted) yield* keys.sort();
    return this;
  }

  /** Documents with a key that begins with the text, lower ranks first; a sample where they are very many. */
  beginningWith(typed: string, each: (document: number, alike: number) => void): void {
    for (const keys of this.sorted) {
      keys.beginningWith(typed, MOST_BEGINNINGS, (key, document) => each(document, similarity(typed, key)));
    }
  }

  /** Documents with exactly this key. */
  exactly(typed: string): number[] {
    const found = new Set<number>();
    for (const keys of this.sorted) keys.exactly(typed, (document) => found.add(document));
    return [...found];
  }

  /** Documents that share letter groups with the text, best first, none less alike than `least`. */
  alike(typed: string, least: number, accepts: (document: number) => boolean = () => true): NameHit[] {
    const lists: Int32Array[] = [];
    forEachGram(typed, (gram) => lists.push(this.grams.of(gram)));
    lists.sort((a, b) => a.length - b.length);
    const touched: number[] = [];
    let left = MOST_POSTINGS;
    for (const list of lists) {
      if (list.length === 0) continue;
      // A list that is too long is left out, unless nothing has been found: then its beginning has to do.
      if (list.length > left && touched.length > 0) break;
      const weight = 1 / Math.log2(2 + list.length);
      const most = Math.min(list.length, left);
      for (let at = 0; at < most; at++) {
        const document = list[at] as number;
        if (this.weights[document] === 0) touched.push(document);
        this.weights[document] = (this.weights[document] as number) + weight;
      }
      left -= most;
    }
    const hits = this.compare(typed, this.best(touched, accepts), least);
    for (const document of touched) this.weights[document] = 0;
    return hits;
  }

  /** The document's likeness by its best key; 0 where that is less than `least`. */
  private likeness(typed: string, document: number, least: number): number {
    let best = least;
    for (const key of this.keysOf(document)) best = Math.max(best, similarity(typed, key, best));
    return best > least ? best : 0;
  }

  private best(touched: readonly number[], accepts: (document: number) => boolean): number[] {
    // A long name shares more groups by chance: its weight counts less.
    const worth = (document: number): number =>
      (this.weights[document] as number) / (ROOTS[this.lengths[document] as number] as number);
    const kept: { document: number; worth: number }[] = [];
    let least = 0;
    for (const document of touched) {
      const own = worth(document);
      if (own <= least || !accepts(document)) continue;
      kept.push({ document, worth: own });
      if (kept.length < 4 * MOST_COMPARED) continue;
      kept.sort((a, b) => b.worth - a.worth);
      kept.length = MOST_COMPARED;
      least = kept.at(-1)?.worth ?? 0;
    }
    return kept
      .sort((a, b) => b.worth - a.worth)
      .slice(0, MOST_COMPARED)
      .map(({ document }) => document);
  }

  private compare(typed: string, documents: readonly number[], least: number): NameHit[] {
    return documents
      .map((document) => ({ document, alike: this.likeness(typed, document, least) }))
      .filter(({ alike }) => alike > 0)
      .sort((a, b) => b.alike - a.alike || a.document - b.document);
  }
}

const STEP = 4_000;
const ROOTS = Float64Array.from({ length: 256 }, (_, length) => Math.sqrt(2 + length));
