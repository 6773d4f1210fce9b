/** Numbers that depend on their key alone: the same key gives the same numbers on every machine and after every restart. */
export type Random = {
  /** In [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  between(from: number, to: number): number;
  /** Whole number from 0 to `count` − 1. */
  index(count: number): number;
  /** Standard normal. */
  normal(): number;
  /** Log-normal by its median; `spread` is the standard deviation of the logarithm. */
  logNormal(median: number, spread: number): number;
  exponential(mean: number): number;
};

/** @param key what the numbers are for, such as the seed, the day and the case. FNV-1a over the key, then mulberry32. */
export function randomOf(...key: readonly (string | number)[]): Random {
  let state = hashOf(key.join('\u0000'));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    chance: (probability) => next() < probability,
    between: (from, to) => from + next() * (to - from),
    index: (count) => Math.floor(next() * count),
    normal,
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    exponential: (mean) => -Math.log(1 - next()) * mean,
  };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // FNV leaves near keys near each other; one more mix spreads them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Picks items as often as their weights say. */
export class WeightedPick<Item> {
  private readonly items: readonly Item[];
  private readonly upTo: Float64Array;

  constructor(items: readonly Item[], weightOf: (item: Item) => number) {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    this.items = items;
    this.upTo = new Float64Array(items.length);
    let sum = 0;
    items.forEach((item, i) => {
      sum += weightOf(item);
      this.upTo[i] = sum;
    });
  }

  pick(random: Random): Item {
    const aim = random.next() * (this.upTo[this.upTo.length - 1] as number);
    let low = 0;
    let high = this.items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.upTo[middle] as number) > aim) high = middle;
      else low = middle + 1;
    }
    return this.items[low] as Item;
  }
}
