/** Gives each text a small whole number, in the order they first came. */
export class Interner {
  private readonly ordinals = new Map<string, number>();
  readonly texts: string[] = [];

  ordinalOf(text: string): number {
    const known = this.ordinals.get(text);
    if (known !== undefined) return known;
    this.ordinals.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  /** Null for a text that never came. */
  find(text: string): number | null {
    return this.ordinals.get(text) ?? null;
  }
}
