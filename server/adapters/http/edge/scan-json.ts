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
 * million empty arrays are then never met.
 */
export function scanJson(bytes: Uint8Array, mostDepth: number): JsonScan {
  let depth = 0;
  let outerCommas = 0;
  let insideString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (insideString) {
      if (byte === backslash) at++;
      else if (byte === quote) insideString = false;
    } else if (byte === quote) insideString = true;
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > mostDepth) return { deepAt: at, outerItems: outerCommas + 1 };
    } else if (byte === 0x5d || byte === 0x7d) depth--;
    else if (byte === comma && depth === 1) outerCommas++;
  }
  return { deepAt: -1, outerItems: outerCommas + 1 };
}
