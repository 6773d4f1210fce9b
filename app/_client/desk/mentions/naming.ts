/** Somebody who was chosen while typing `@`. */
export type Named = { readonly id: string; readonly name: string };

/** What is typed behind an `@` before the caret; null where no name is being typed. */
export type Naming = { readonly from: number; readonly text: string };

/** Longer than this nobody's name is. */
const LONGEST = 20;

/** The name that is being typed where the caret stands. An `@` inside a word, as in a mail address, begins none. */
export function namingAt(text: string, caret: number): Naming | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf('@');
  if (from === -1 || caret - from - 1 > LONGEST) return null;
  const typed = before.slice(from + 1);
  if (/[\s@]/u.test(typed) || /[a-z0-9._-]$/iu.test(before.slice(0, from))) return null;
  return { from, text: typed };
}

/** The text with a name in place of what was typed, and where the caret stands then. */
export function withName(text: string, { from, text: typed }: Naming, name: string): { text: string; caret: number } {
  const put = `@${name} `;
  const rest = text.slice(from + 1 + typed.length).replace(/^ /u, '');
  return { text: text.slice(0, from) + put + rest, caret: from + put.length };
}

/** Of those chosen, whom the text still names; each once. */
export function stillNamed(text: string, chosen: readonly Named[]): readonly Named[] {
  const byId = new Map(chosen.filter(({ name }) => text.includes(`@${name}`)).map((one) => [one.id, one]));
  return [...byId.values()];
}

/** Reads chosen people out of a draft; none where it holds something else. */
export function parseNamed(kept: string): readonly Named[] {
  try {
    const value: unknown = kept === '' ? [] : JSON.parse(kept);
    return Array.isArray(value) ? value.filter(isNamed) : [];
  } catch (error) {
    console.warn('people named in a draft could not be read', error);
    return [];
  }
}

function isNamed(value: unknown): value is Named {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'name' in value &&
    typeof value.id === 'string' &&
    typeof value.name === 'string'
  );
}
