import { COMMON_WORDS, RUNS } from './common-passwords.ts';

/** What a password must be: so long, and none that is guessed first. */
export type PasswordRules = { readonly least: number; readonly refuseCommon: boolean };

export const MOST_PASSWORD = 128;
export const PASSWORD_FAULTS = ['short', 'long', 'name', 'repeats', 'common'] as const;
/** Why a password is refused: too short or long, made of the user name, of few signs, or of what is guessed first. */
export type PasswordFault = (typeof PASSWORD_FAULTS)[number];

/** Fewer different signs than this are a pattern. */
const LEAST_DIFFERENT = 5;
/** What is left of a password without the words and runs in it must be so long. */
const LEAST_OWN = 6;
const SHORTEST_RUN = 4;

/** What is wrong with a new password of an account; null when it may be used. */
export function faultOfPassword(password: string, username: string, rules: PasswordRules): PasswordFault | null {
  if ([...password].length < rules.least) return 'short';
  if (password.length > MOST_PASSWORD) return 'long';
  if (!rules.refuseCommon) return null;
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < LEAST_DIFFERENT) return 'repeats';
  const name = username.normalize('NFKC').toLowerCase();
  const unnamed = name.length < 3 ? plain : plain.replaceAll(name, ' ');
  if (ownOf(unnamed) >= LEAST_OWN) return null;
  return unnamed !== plain && ownOf(plain) >= LEAST_OWN ? 'name' : 'common';
}

/** How many signs are left when everything is taken out that would be guessed. */
function ownOf(plain: string): number {
  let rest = plain;
  for (const word of longestFirst) rest = rest.replaceAll(word, ' ');
  for (const run of runs) rest = rest.replaceAll(run, ' ');
  // A sign that is repeated counts once, and signs between words not at all.
  return [...rest.replace(/(.)\1+/gu, '$1').replace(/[\s\p{P}\p{S}]/gu, '')].length;
}

const longestFirst = [...COMMON_WORDS].sort((a, b) => b.length - a.length);
const runs = RUNS.flatMap((row) => [row, [...row].reverse().join('')])
  .flatMap((row) => piecesOf(row))
  .sort((a, b) => b.length - a.length);

function piecesOf(row: string): string[] {
  const pieces: string[] = [];
  for (let length = row.length; length >= SHORTEST_RUN; length--) {
    for (let from = 0; from + length <= row.length; from++) pieces.push(row.slice(from, from + length));
  }
  return pieces;
}
