/** Languages of every screen. Chinese is the one without asking. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Cookie that keeps the choice, so that the server's first page already speaks it. */
export const LANGUAGE_COOKIE = 'citywall.lang';

export const LANGUAGE_TAG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** A language from text of any origin, null when it is none of ours. */
export function languageFrom(text: string | null | undefined): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}

/** A name in the reader's language. */
export function nameIn(language: Language, named: { nameZh: string; nameEn: string }): string {
  return language === 'zh' ? named.nameZh : named.nameEn;
}

/** A category's short name in the reader's language. */
export function shortCategoryIn(language: Language, category: { shortZh: string; shortEn: string }): string {
  return language === 'zh' ? category.shortZh : category.shortEn;
}

/** The language to mark a name with that is not written as the page is: Latin on a Chinese page; else undefined. */
export function writtenIn(name: string): 'en' | undefined {
  return /\p{Script=Han}/u.test(name) ? undefined : 'en';
}

/** A department's name beside its district's: 河西区公用事业服务中心 in 河西区 is 公用事业服务中心. */
export function nameWithin(
  language: Language,
  named: { nameZh: string; nameEn: string },
  district: { nameZh: string; nameEn: string } | null,
): string {
  const name = nameIn(language, named);
  if (district === null) return name;
  const prefixes = language === 'zh' ? [district.nameZh] : [`${district.nameEn} `, `${shortNameIn('en', district)} `];
  const prefix = prefixes.find((text) => name.startsWith(text) && name.length > text.length + 1);
  return prefix === undefined ? name : name.slice(prefix.length);
}

/** A place's name for a narrow row of places of one level: 王顶堤街道 → 王顶堤, and as `shortNameIn`. */
export function rowNameIn(language: Language, named: { nameZh: string; nameEn: string }): string {
  return shortNameIn(language, named).replace(/(?<=.{2})(地区)?街道$/u, '');
}

/** A district's name as short as people say it: 滨海新区 → 滨海, 和平区 → 和平; “Binhai New Area” → “Binhai”. */
export function shortNameIn(language: Language, named: { nameZh: string; nameEn: string }): string {
  if (language === 'en') return named.nameEn.replace(/\s+(New Area|District|County|Subdistrict|Town|Township)$/u, '');
  return named.nameZh.length > 2 ? named.nameZh.replace(/(新区|区|县)$/u, '') : named.nameZh;
}
