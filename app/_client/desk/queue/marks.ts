/** Cases that an officer has picked out of a queue. */
export class Marks {
  /** Id of the line or card that was picked last. */
  anchor: string | null = null;
  #cases: ReadonlySet<number> = new Set();

  /** A new set whenever any of it changed. */
  get cases(): ReadonlySet<number> {
    return this.#cases;
  }

  has(caseId: number): boolean {
    return this.#cases.has(caseId);
  }

  set(cases: Iterable<number>, on: boolean): void {
    const next = new Set(this.#cases);
    for (const caseId of cases) {
      if (on) next.add(caseId);
      else next.delete(caseId);
    }
    this.#cases = next;
  }

  clear(): void {
    this.#cases = new Set();
    this.anchor = null;
  }
}
