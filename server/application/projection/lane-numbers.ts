/** A number that was shown is not given to another group before this many lanes have gone by. */
const restLanes = 20;

/** Numbers of the lane's groups: small, kept while a group is shown, and not handed on at once. */
export class LaneNumbers {
  private readonly numbers = new Map<string, number>();
  /** Lane count at which a freed number may be used again. */
  private readonly resting = new Map<number, number>();
  private lanes = 0;

  /** Numbers for the groups of the next lane; every key that is left out gives its number up. */
  assign(keys: readonly string[]): (key: string) => number {
    this.lanes++;
    const shown = new Set(keys);
    for (const [key, no] of this.numbers) {
      if (shown.has(key)) continue;
      this.numbers.delete(key);
      this.resting.set(no, this.lanes + restLanes);
    }
    for (const [no, until] of this.resting) if (until <= this.lanes) this.resting.delete(no);
    const used = new Set(this.numbers.values());
    let next = 1;
    for (const key of keys) {
      if (this.numbers.has(key)) continue;
      while (used.has(next) || this.resting.has(next)) next++;
      this.numbers.set(key, next);
      used.add(next);
    }
    return (key) => this.numbers.get(key) as number;
  }
}
