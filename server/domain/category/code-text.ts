import { codeWidths, NATIONAL_2007, NATIONAL_2013, NATIONAL_2026, type CodeSystem } from './code-system.ts';
import type { Kind } from './category.ts';

/** A class and a subclass, as the code system writes them. */
export type CodePair = { classCode: string; subCode: string };

/** Why a text is no code: nothing there, not the digits of this system, or no way to tell class from subclass. */
export type CodeFault = 'empty' | 'not-digits' | 'too-short' | 'too-long';

/**
 * Reads a whole code, such as `0101`, `C0101` or the `101` that a spreadsheet made of it: leading zeros that are missing
 * for a whole number of digits are put back. A subclass may have one digit more than its system's (extensions numbered
 * 080 to 999).
 *
 * @returns the fault for systems without fixed widths, whose two parts have to stand apart.
 */
export function parseCodeText(codeSystem: CodeSystem, text: string): CodePair | { fault: CodeFault } {
  const code = text
    .normalize('NFKC')
    .replaceAll(/[\s._-]/g, '')
    .replace(/^[CEce](?=\d)/, '');
  if (code === '') return { fault: 'empty' };
  if (!/^\d+$/.test(code)) return { fault: 'not-digits' };
  const widths = codeWidths(codeSystem);
  if (widths === null) return { fault: 'too-short' };
  const { classDigits, subDigits } = widths;
  const whole = classDigits + subDigits;
  if (code.length > whole + 1) return { fault: 'too-long' };
  // 101 is 01 01 without its zero; 1 alone could be anything.
  if (code.length < whole - 1) return { fault: 'too-short' };
  const full = code.padStart(whole, '0');
  return { classCode: full.slice(0, classDigits), subCode: full.slice(classDigits) };
}

/** A class or a subclass code that stands alone: digits are filled up to the system's width, anything else stays. */
export function parseCodePart(codeSystem: CodeSystem, part: 'class' | 'sub', text: string): string {
  const code = text.normalize('NFKC').trim();
  const widths = codeWidths(codeSystem);
  if (widths === null || !/^\d+$/.test(code)) return code;
  return code.padStart(part === 'class' ? widths.classDigits : widths.subDigits, '0');
}

/** `01 公用设施` or `01公用设施` into number and name; either may be missing. */
export function splitNumbered(text: string): { number: string; name: string } {
  const [, number = '', name = ''] = /^([0-9０-９]*)[\s.．、:：_-]*([^]*)$/.exec(text.trim()) ?? [];
  return { number: number.normalize('NFKC'), name: name.trim() };
}

/** What kind a word or a title means: 部件, 事件, the 事项 of the 2026 list; null for anything else. */
export function kindOfText(text: string): Kind | null {
  const word = text.toLowerCase();
  if (/部件|component/.test(word)) return 'component';
  if (/事件|事项|event|matter/.test(word)) return 'event';
  return null;
}

const SYSTEM_WORDS: readonly (readonly [RegExp, CodeSystem])[] = [
  [/30428|2013/, NATIONAL_2013],
  [/47678|2026/, NATIONAL_2026],
  [/214|2007/, NATIONAL_2007],
];

/**
 * The code system that a text names: its id, or a standard's number or year. Null for text that can't be the id of a
 * city's own system either: 2 to 40 small letters, digits, dots and dashes.
 */
export function codeSystemOfText(text: string): CodeSystem | null {
  const plain = text.normalize('NFKC').trim();
  if (/^[a-z0-9][a-z0-9.-]{1,39}$/.test(plain) && codeWidths(plain) !== null) return plain;
  const found = SYSTEM_WORDS.find(([word]) => word.test(plain));
  if (found && /GB|CJ|^\d{4}$/i.test(plain)) return found[1];
  return /^[a-z0-9][a-z0-9.-]{1,39}$/.test(plain) ? plain : null;
}

/** Class 04 and 05 of the events changed places in 2013: the name tells a list of the other numbering. */
export function isSwappedClass(codeSystem: CodeSystem, kind: Kind, classCode: string, className: string): boolean {
  if (kind !== 'event') return false;
  const swapped: Readonly<Record<string, RegExp>> = { '04': /突发/, '05': /街面/ };
  const right: Readonly<Record<string, RegExp>> = { '04': /街面/, '05': /突发/ };
  if (codeSystem === NATIONAL_2013) return swapped[classCode]?.test(className) ?? false;
  if (codeSystem === NATIONAL_2007) return right[classCode]?.test(className) ?? false;
  return false;
}
