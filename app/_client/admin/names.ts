import type { Language } from '../i18n/language.ts';

/** A name in the reader's language, or in the other one where there is none: `窨井盖`, `Manhole cover`. */
export function nameOr(language: Language, { nameZh, nameEn }: { nameZh: string; nameEn: string }): string {
  return language === 'zh' ? nameZh || nameEn : nameEn || nameZh;
}

/** Whether any of the texts holds the words looked for, whatever their case; no words: all do. */
export function holds(words: string, texts: readonly string[]): boolean {
  const wanted = words
    .trim()
    .toLocaleLowerCase('zh-CN')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const joined = texts.join('\n').toLocaleLowerCase('zh-CN');
  return wanted.every((word) => joined.includes(word));
}

/** Keeps the order in which values were first met. */
export function distinct<Value>(values: Iterable<Value>): Value[] {
  return [...new Set(values)];
}
