import { levelOfCode } from './code.ts';

/**
 * A place's code as somebody wrote it: wide digits made narrow, blanks and zeros that only fill it up cut off
 * (110101000000 is 110101). Null for what is no code of GB/T 30428.1.
 */
export function readPlaceCode(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b]/gu, '')
    .replace(/^(\d+)\.0+$/u, '$1');
  if (!/^\d{6,15}$/u.test(digits)) return null;
  let code = digits;
  while (code.length > 6 && code.length % 3 === 0 && code.endsWith('000')) code = code.slice(0, -3);
  return levelOfCode(code) === null ? null : code;
}
