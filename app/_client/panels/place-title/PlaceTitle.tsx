'use client';
import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import type { Status } from '#wire/figures.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameIn, shortCategoryIn } from '../../i18n/language.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import type { DictionaryStore } from '../../stores/dictionary-store.ts';
import { useFrame } from '../../stores/use-frame.ts';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { useScene } from '../../wall/scene-context.ts';
import { useWhy } from './use-why.ts';
import styles from './place-title.module.css';

const selectView = ({ view }: Status): { nameZh: string; nameEn: string } => ({
  nameZh: view.nameZh,
  nameEn: view.nameEn,
});
const countDistricts = (dictionary: DictionaryStore): number =>
  dictionary.value?.places.filter(({ level }) => level === 'district').length ?? 0;

/** Whose picture this is, what of it, and who put it there when it was not the playlist. */
export function PlaceTitle() {
  const t = useTranslations('wall');
  const kinds = useTranslations('scenes.kind');
  const picture = usePicture();
  const { language } = useLanguage();
  const { scene } = useScene();
  const view = useFrame(picture.status, selectView);
  const districts = useSummary(picture.dictionary, countDistricts);
  const names = useDictionary();
  const why = useWhy();
  const category = scene.kind === 'category' ? names.category(scene.target ?? null) : null;
  const place = scene.kind === 'district' || scene.kind === 'subdistrict' ? names.place(scene.target ?? null) : null;
  // The numbers below it are of a place: a category is said beside the kind, and never stands for the place.
  const title = place ?? view;
  const level = districts > 0 ? t('level', { count: districts }) : t('levelPlain');
  const kind = [kinds(scene.kind), ...(category === null ? [] : [shortCategoryIn(language, category)])];
  const said = why.length === 0 ? (scene.kind === 'overview' ? [level] : kind) : [...kind, ...why];
  return (
    <div className={styles.place} data-testid="place-title">
      <h1>{title === null ? '' : nameIn(language, title)}</h1>
      <p data-why={why.length === 0 ? undefined : ''}>
        {said.map((part, index) => (
          <Fragment key={part}>
            {index > 0 && ' · '}
            <span>{part}</span>
          </Fragment>
        ))}
      </p>
    </div>
  );
}
