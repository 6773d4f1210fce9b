'use client';
import { useTranslations } from 'use-intl';
import type { Figures } from '#wire/figures.ts';
import { shortCategoryIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { changeText, countText } from '../../i18n/numbers.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useFrame } from '../../stores/use-frame.ts';
import { useDictionary } from '../../stores/use-dictionary.ts';
import type { CategoriesOptions } from './options.ts';
import { weekChange } from './week-change.ts';
import styles from './categories.module.css';

const MOST = 30;
const select = (figures: Figures): Figures['categories'] =>
  [...figures.categories].sort((a, b) => b.open - a.open || a.key.localeCompare(b.key, 'en')).slice(0, MOST);

/** What is open most, against the same time a week ago. */
export function Categories({ rows }: CategoriesOptions) {
  const t = useTranslations('wall.categories');
  const lane = useTranslations('wall.lane');
  const picture = usePicture();
  const dictionary = useDictionary();
  const { language } = useLanguage();
  const categories = (useFrame(picture.figures, select) ?? []).slice(0, rows);
  const most = Math.max(1, ...categories.map(({ open }) => open));
  return (
    <section className={styles.categories} data-testid="categories" data-feed="cases">
      <h2>
        {t('title')}
        <span>{t('column')}</span>
      </h2>
      <ol>
        {categories.map(({ key, open, openWeekAgo }) => {
          const category = dictionary.category(key);
          const name = category === null ? lane('unknownCategory') : shortCategoryIn(language, category);
          const change = weekChange(open, openWeekAgo);
          return (
            <li key={key}>
              <span>{name}</span>
              <b>{countText(open)}</b>
              <em>{change === null ? '–' : changeText(change)}</em>
              <u>
                <i style={{ width: `${(open / most) * 100}%` }} />
              </u>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
