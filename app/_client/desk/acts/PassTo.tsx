'use client';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import type { DictionaryStore } from '../../stores/dictionary-store.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import styles from './acts.module.css';

/** The district whose centre files it: the one it lies in, any where it has no place. */
export function PassTo({ detail, chosen }: { detail: CaseDetailAnswer; chosen: string }) {
  const t = useTranslations('desk.form');
  const { forms, picture } = useDesk();
  const { language } = useLanguage();
  const { districtCode } = detail.summary.place;
  const { places } = useSummary(picture.dictionary, readNames).dictionary ?? { places: [] };
  const districts = places.filter(
    ({ level, code }) => level === 'district' && (districtCode === null || code === districtCode),
  );
  return (
    <select
      className={styles.until}
      aria-label={t('passTo')}
      value={chosen}
      onChange={({ target }) => forms.fill({ to: target.value })}
      required
      data-first
      data-testid="pass-to"
    >
      {districtCode === null && <option value="">{t('passTo')}</option>}
      {districts.map((district) => (
        <option key={district.code} value={district.code}>
          {nameIn(language, district)}
        </option>
      ))}
    </select>
  );
}

function readNames({ names }: DictionaryStore): DictionaryStore['names'] {
  return names;
}
