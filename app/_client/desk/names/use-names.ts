'use client';
import { useMemo } from 'react';
import type { DictionaryCondition } from '#wire/dictionary.ts';
import { shortNameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import type { DictionaryStore } from '../../stores/dictionary-store.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { limitText } from '../clock/words.ts';
import { useDesk } from '../DeskProvider.tsx';

/** Names for codes in the officer's language; a code stands for itself where no name is known. */
export type Names = {
  /** Category with its filing condition: `雨水井盖 · 破损`. */
  category(key: string | null, conditionNo: number | null): string;
  condition(key: string | null, conditionNo: number | null): DictionaryCondition | null;
  /** Disposal limit of a filing condition in words, null where it is not known. */
  limit(key: string | null, conditionNo: number | null): string | null;
  /** `和平 劝业场街道` */
  area(districtCode: string | null, subdistrictCode: string | null): string;
  place(code: string | null): string | null;
  department(code: string | null): string | null;
};

/** Names in the officer's language; the same object until the language or the dictionary changes. */
export function useNames(): Names {
  const { picture } = useDesk();
  const { language } = useLanguage();
  const version = useSummary(picture.dictionary, readVersion);
  return useMemo(() => namesFrom(picture.dictionary, language, version), [picture.dictionary, language, version]);
}

function readVersion({ version }: DictionaryStore): number {
  return version;
}

function namesFrom(store: DictionaryStore, language: 'zh' | 'en', _version: number): Names {
  const zh = language === 'zh';
  const nameOf = (one: { nameZh: string; nameEn: string } | null): string | null =>
    one === null ? null : zh ? one.nameZh || one.nameEn : one.nameEn || one.nameZh;
  const condition: Names['condition'] = (key, no) =>
    store.category(key)?.conditions?.find((one) => one.no === no) ?? null;
  return {
    condition,
    category: (key, no) => {
      const name = nameOf(store.category(key)) ?? lastPart(key) ?? (zh ? '未分类' : 'Unclassified');
      const found = condition(key, no);
      const words = found === null ? '' : zh ? found.zh : found.en;
      return words === '' || words === name ? name : `${name} · ${words}`;
    },
    limit: (key, no) => {
      const found = condition(key, no);
      return found === null ? null : limitText(found.limit, language);
    },
    area: (districtCode, subdistrictCode) => {
      const district = store.place(districtCode);
      const short = district === null ? null : shortNameIn(language, district);
      const subdistrict = nameOf(store.place(subdistrictCode));
      return (
        [short, subdistrict].filter((part) => part !== null).join(zh ? ' ' : ' · ') ||
        (zh ? '市域外' : 'Outside the city')
      );
    },
    place: (code) => nameOf(store.place(code)),
    department: (code) => nameOf(store.department(code)) ?? code,
  };
}

/** A foreign key's own words: `boston311:event:Street Lights/Outage` reads `Street Lights/Outage`. */
function lastPart(key: string | null): string | null {
  return key === null ? null : (key.split(':').at(-1) ?? key);
}
