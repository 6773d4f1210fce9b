/** What a look at the raw bytes of a JSON text tells before it is parsed. */
export type JsonScan = {
  /** Byte at which nesting first exceeds the allowed depth; -1 when it never does. */
  deepAt: number;
  /** Items of the outermost array or object; it says nothing about a text that is not JSON. */
  outerItems: number;
};

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;

/**
 * Looks at nesting and size of a JSON text without parsing it, in one pass and no memory: a parser's recursion and a
 * million empty arrays are then never met. Strings are leapt over from quote to quote.
 */
export function scanJson(bytes: Uint8Array, mostDepth: number): JsonScan {
  let depth = 0;
  let outerCommas = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) at = endOfString(bytes, at + 1);
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > mostDepth) return { deepAt: at, outerItems: outerCommas + 1 };
    } else if (byte === 0x5d || byte === 0x7d) depth--;
    else if (byte === comma && depth === 1) outerCommas++;
  }
  return { deepAt: -1, outerItems: outerCommas + 1 };
}

/** Where the string that begins at `from` has its closing quote: the first one behind an even run of backslashes. */
function endOfString(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(quote, from); at !== -1; at = bytes.indexOf(quote, at + 1)) {
    let run = 0;
    while (at - run > from && bytes[at - run - 1] === backslash) run++;
    if (run % 2 === 0) return at;
  }
  return bytes.length;
}
