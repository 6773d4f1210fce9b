/** Gives each text a small number, from 0 on and for good, so that columns hold numbers. */
export class Ordinals {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a text; null counts as the empty text. */
  of(text: string | null): number {
    const wanted = text ?? '';
    const known = this.#numbers.get(wanted);
    if (known !== undefined) return known;
    const made = this.texts.length;
    this.#numbers.set(wanted, made);
    this.texts.push(wanted);
    return made;
  }

  /** The number of a text that has one, else -1. */
  find(text: string): number {
    return this.#numbers.get(text) ?? -1;
  }
}
