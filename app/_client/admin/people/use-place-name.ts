'use client';
import { useCallback } from 'react';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameOr } from '../names.ts';

/** Names the place of an account: the city, a district, a subdistrict with its district's; a code that nobody has stays. */
export function usePlaceName(): (code: string) => string {
  const { names } = usePlaceOfWork();
  const { language } = useLanguage();
  return useCallback(
    (code: string) => {
      const city = names.dictionary?.city;
      if (city?.code === code) return nameOr(language, city);
      const place = names.place(code);
      if (place === null) return code;
      const parent = place.level === 'subdistrict' ? names.place(place.parentCode) : null;
      const own = nameOr(language, place);
      return parent === null ? own : `${nameOr(language, parent)}${language === 'zh' ? '' : ', '}${own}`;
    },
    [names, language],
  );
}
