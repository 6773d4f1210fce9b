/** The first place at which a text is not JSON, and what is wrong there. */
export type JsonFault = { offset: number; line: number; column: number; message: string };

/**
 * Finds where a text stops being JSON. Used after a parser has refused it: engines differ in whether they say where.
 * The text's nesting must be bounded. Null when it is JSON after all.
 */
export function findJsonFault(text: string): JsonFault | null {
  const reader = new JsonReader(text);
  const message = reader.check();
  if (message === null) return null;
  const before = text.slice(0, reader.at);
  const line = before.split('\n').length;
  return { offset: reader.at, line, column: reader.at - before.lastIndexOf('\n'), message };
}

const space = /[ \t\r\n]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// The good part of a string: everything up to its end or to what must not be in it.
const stringPart = /(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/uy;
const words = ['true', 'false', 'null'];

class JsonReader {
  at = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  check(): string | null {
    const fault = this.value();
    if (fault !== null) return fault;
    this.skip(space);
    return this.at < this.text.length ? 'something follows the value' : null;
  }

  private value(): string | null {
    this.skip(space);
    const first = this.text[this.at];
    if (first === undefined) return 'the text ends where a value is expected';
    if (first === '{') return this.list('}', () => this.member());
    if (first === '[') return this.list(']', () => this.value());
    if (first === '"') return this.string();
    const word = words.find((candidate) => this.text.startsWith(candidate, this.at));
    if (word !== undefined) {
      this.at += word.length;
      return null;
    }
    return this.skip(number) ? null : 'this is not a value';
  }

  private list(close: string, item: () => string | null): string | null {
    this.at++;
    this.skip(space);
    if (this.take(close)) return null;
    for (;;) {
      const fault = item();
      if (fault !== null) return fault;
      this.skip(space);
      if (this.take(close)) return null;
      if (!this.take(',')) return `a comma or ${close} is expected`;
      this.skip(space);
      if (this.text[this.at] === close) return `a value is expected after the comma`;
    }
  }

  private member(): string | null {
    this.skip(space);
    if (this.text[this.at] !== '"') return 'a name in double quotes is expected';
    const fault = this.string();
    if (fault !== null) return fault;
    this.skip(space);
    return this.take(':') ? this.value() : 'a colon is expected';
  }

  private string(): string | null {
    this.at++;
    this.skip(stringPart);
    if (this.take('"')) return null;
    if (this.at >= this.text.length) return 'the text ends inside a string';
    return this.text[this.at] === '\\' ? 'there is no such escape' : 'a control character must be escaped in a string';
  }

  /** Moves over a match; whether anything matched. */
  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found !== '';
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }
}
