/** Longer names are compared by their beginning: it is what people type. */
const LONGEST = 40;
const row = new Uint8Array(LONGEST + 1);
const before = new Uint8Array(LONGEST + 1);
const beforeThat = new Uint8Array(LONGEST + 1);

/**
 * How alike a typed key and a name's key are: 1 the same, 0.8 and more the name begins so, 0.62 and more it holds the
 * text, 0.5 and more the text holds it, below that by the share of letters to change (swapped neighbours count once).
 *
 * @param least what is less alike may come back as 0: it need not be counted.
 */
export function similarity(typed: string, key: string, least = 0): number {
  if (typed === key) return 1;
  if (typed === '' || key === '') return 0;
  const ratio = Math.min(typed.length, key.length) / Math.max(typed.length, key.length);
  if (key.startsWith(typed)) return 0.8 + 0.19 * ratio;
  if (key.includes(typed)) return 0.62 + 0.2 * ratio;
  if (key.length > 1 && typed.includes(key)) return 0.5 + 0.3 * ratio;
  const longest = Math.min(LONGEST, Math.max(typed.length, key.length));
  // As many letters as one is longer must change at least, and a Latin text is no misspelled Chinese one.
  if (0.8 * ratio <= least || isLatin(typed) !== isLatin(key)) return 0;
  const changed = changes(typed.slice(0, LONGEST), key.slice(0, LONGEST));
  return Math.max(0, 0.8 * (1 - changed / longest));
}

/** Letters to add, drop, replace or swap with their neighbour to make one text of the other (optimal alignment). */
export function changes(a: string, b: string): number {
  for (let j = 0; j <= b.length; j++) before[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((before[j] as number) + 1, (row[j - 1] as number) + 1, (before[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (beforeThat[j - 2] as number) + 1);
      row[j] = least;
    }
    beforeThat.set(before);
    before.set(row);
  }
  return before[b.length] as number;
}

function isLatin(text: string): boolean {
  return text.charCodeAt(0) < 0x250 && text.charCodeAt(text.length - 1) < 0x250;
}
