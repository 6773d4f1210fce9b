/** Digits of a unified social credit code 统一社会信用代码: letters that look like others are left out. */
const DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether a text is a unified social credit code: 18 characters of its alphabet, the last of which checks the others
 * (GB 32100-2015: the first 17 digits, each times 3 to the power of its place from 0, and the last add up to 0 modulo 31).
 */
export function isCreditCode(text: string): boolean {
  const digits = [...text].map((letter) => DIGITS.indexOf(letter));
  if (digits.length !== 18 || digits.includes(-1)) return false;
  const check = digits.pop() ?? 0;
  let weight = 1;
  let sum = check;
  for (const digit of digits) {
    sum += digit * weight;
    weight = (weight * 3) % DIGITS.length;
  }
  return sum % DIGITS.length === 0;
}
