'use client';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameIn } from '../../i18n/language.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import type { DictionaryStore } from '../../stores/dictionary-store.ts';
import { useFrame } from '../../stores/use-frame.ts';
import { useSummary } from '../../stores/use-summary.ts';
import type { Status } from '#wire/figures.ts';
import styles from './place-title.module.css';

const selectView = ({ view }: Status): { nameZh: string; nameEn: string } => ({
  nameZh: view.nameZh,
  nameEn: view.nameEn,
});
const countDistricts = (dictionary: DictionaryStore): number =>
  dictionary.value?.places.filter(({ level }) => level === 'district').length ?? 0;

/** Whose picture this is. */
export function PlaceTitle() {
  const t = useTranslations('wall');
  const picture = usePicture();
  const { language } = useLanguage();
  const view = useFrame(picture.status, selectView);
  const districts = useSummary(picture.dictionary, countDistricts);
  return (
    <div className={styles.place} data-testid="place-title">
      <h1>{view === null ? '' : nameIn(language, view)}</h1>
      <p>{districts > 0 ? t('level', { count: districts }) : t('levelPlain')}</p>
    </div>
  );
}
