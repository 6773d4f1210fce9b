// Controls but tab, line feed and carriage return; marks that turn the direction of text around; lone surrogates.
// Written as text because a pattern literal with control characters in it is as a rule a mistake.
const unfit = new RegExp(
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}',
  'u',
);

/** Whether a text cannot be stored or would spoil a log or a screen: control characters, lone surrogates. */
export function isUnfitText(text: string): boolean {
  return unfit.test(text);
}

/**
 * Where in a parsed JSON value a text (or a field's name) is unfit, as a dotted path; null when all are fit. The value's
 * depth is bounded by whoever parsed it.
 */
export function findUnfitText(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return isUnfitText(value) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, member] of Object.entries(value)) {
    if (isUnfitText(key)) return path;
    const found = findUnfitText(member, path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
