import { zoneNames } from './zone-names.ts';

export type Division = { code: string; name: string };
export type NamedCommunity = [sequence: string, zh: string, en: string];
export type NamedSubdistrict = { code: string; zh: string; en: string; communities: NamedCommunity[] };
type Spell = (text: string) => string[];

/** Characters the source spells out by their parts, with a character of the same reading. */
const homophones: [RegExp, string][] = [
  [/（氵甸）/gu, '淀'],
  [/（瞿阝）/gu, '渠'],
];

/** Readings that the dictionary gets wrong in these names. */
const readings: Record<string, string> = { 双环邨: 'Shuanghuancun', 汊沽港: 'Chagugang', 出头岭: 'Chutouling' };
const kindOfSubdistrict = /(街道|满族乡|镇|乡)$/u;
const kindOfCommunity = /(社区居民委员会|社区居委会|居民委员会|村民委员会|村委会|居委会|社区)$/u;

/**
 * Names of the subdistricts and communities of a city, by code: the Chinese as published (communities without the word
 * for their committee) and a short Latin name for screens, in pinyin without tones.
 */
export function collectNames(
  streets: Division[],
  villages: Division[],
  province: string,
  spell: Spell,
): NamedSubdistrict[] {
  const byStreet = new Map<string, Division[]>();
  for (const village of villages) {
    const siblings = byStreet.get(village.code.slice(0, 9)) ?? [];
    siblings.push(village);
    byStreet.set(village.code.slice(0, 9), siblings);
  }
  return streets
    .filter((street) => street.code.startsWith(province))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((street) => ({
      code: street.code,
      zh: street.name,
      en: zoneNames[street.name] ?? latin(street.name.replace(kindOfSubdistrict, ''), spell),
      communities: (byStreet.get(street.code) ?? [])
        .sort((a, b) => (a.code < b.code ? -1 : 1))
        .map((village) => community(village, spell)),
    }));
}

function community(village: Division, spell: Spell): NamedCommunity {
  const stem = village.name.replace(kindOfCommunity, '') || village.name;
  const isVillage = /村(民委员|委)会$/u.test(village.name);
  const zh = isVillage ? (stem.endsWith('村') ? stem : `${stem}村`) : stem.endsWith('社区') ? stem : `${stem}社区`;
  return [village.code.slice(9, 12), zh, latin(stem, spell)];
}

function latin(text: string, spell: Spell): string {
  const known = readings[text];
  if (known !== undefined) return known;
  const plain = homophones.reduce((rest, [parts, character]) => rest.replace(parts, character), text);
  const joined = spell(
    plain
      .replace(/[（(]/gu, ' (')
      .replace(/[）)]/gu, ')')
      .replace(/[·•、—]/gu, ' '),
  )
    .map((part) => part.trim().toLowerCase())
    .join('');
  const spaced = joined
    .replace(/\(/gu, ' (')
    .replace(/\)/gu, ') ')
    .replace(/(\d+)/gu, ' $1 ')
    .replace(/\s+/gu, ' ')
    .replace(/ \)/gu, ')')
    .trim();
  return spaced.replace(/(^|[\s(])([a-zü])/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}
