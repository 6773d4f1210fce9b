import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isCreditCode } from '#domain/department/credit-code.ts';

const DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Published codes of companies, and one whose check character is a letter of the alphabet's end. */
const TRUE = ['9144030071526726XG', '91330100799655058B', '91350100M000100Y43'];

it.each(TRUE)('%s is one', (code) => {
  expect(isCreditCode(code)).toBe(true);
});

it.each([
  '',
  '9144030071526726X',
  '9144030071526726XGG',
  '9144030071526726xg',
  '9144030071526726IG',
  '９144030071526726XG',
])('“%s” is none', (code) => {
  expect(isCreditCode(code)).toBe(false);
});

it('notices any one wrong character, and any two neighbours that changed places', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TRUE), fc.nat(17), fc.constantFrom(...DIGITS), (code, at, digit) => {
      const wrong = code.slice(0, at) + digit + code.slice(at + 1);
      expect(isCreditCode(wrong)).toBe(wrong === code);
    }),
  );
  for (const code of TRUE)
    for (let at = 0; at < 16; at++) {
      const swapped = `${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`;
      expect(isCreditCode(swapped)).toBe(swapped === code);
    }
});
