/** Letters and digits that are not taken for one another: no I, O, 0, 1 (RFC 8628 §6.1). 32 of them: 5 bits each. */
export const USER_CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
export const USER_CODE_LENGTH = 8;

/** A code as it is shown and read aloud: `WDJB-MJHT`. */
export function shownCode(code: string): string {
  return `${code.slice(0, USER_CODE_LENGTH / 2)}-${code.slice(USER_CODE_LENGTH / 2)}`;
}

/** What somebody typed, as the store knows it: without dashes and spaces, in capitals. Null where it is no code. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  const known = code.length === USER_CODE_LENGTH && [...code].every((letter) => USER_CODE_LETTERS.includes(letter));
  return known ? code : null;
}
