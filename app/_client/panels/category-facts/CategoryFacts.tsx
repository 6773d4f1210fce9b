'use client';
import { useTranslations } from 'use-intl';
import { ageText } from '../../i18n/durations.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { shortCategoryIn, shortNameIn } from '../../i18n/language.ts';
import { countText } from '../../i18n/numbers.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { useScene } from '../../wall/scene-context.ts';
import { useShownRows } from '../alert-lane/use-page.ts';
import type { BoardOptions } from '../board/board-options.ts';
import { useCategoryCounts } from './use-category-counts.ts';
import board from '../board/board.module.css';

/** Where the open cases of the scene's category are, the worst district first. */
export function CategoryFacts({ rows }: BoardOptions) {
  const t = useTranslations('scenes.category');
  const { scene } = useScene();
  const picture = usePicture();
  const names = useDictionary();
  const { language } = useLanguage();
  const { dictionary } = names;
  const key = scene.target ?? null;
  const category = names.category(key);
  const view = useCategoryCounts(key);
  const { shown, page, pages } = useShownRows(view.places, rows, key);
  const now = picture.now();
  return (
    <section className={board.board} data-testid="category-facts" data-feed="cases">
      <h2>
        {category === null ? t('title') : t('titleOf', { category: shortCategoryIn(language, category) })}
        <span className={board.column}>{t('sums', { open: countText(view.open), out: countText(view.timedOut) })}</span>
      </h2>
      <table>
        <thead>
          <tr>
            <th>{t('place')}</th>
            <th>{t('open')}</th>
            <th>{t('timedOut')}</th>
            <th>{t('oldest')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ place, open, timedOut, oldest }) => {
            const known = dictionary?.places[place];
            return (
              <tr key={place}>
                <th>{known === undefined ? t('outside') : shortNameIn(language, known)}</th>
                <td>
                  <b>{countText(open)}</b>
                </td>
                <td className={timedOut > 0 ? board.out : board.quiet} data-state={timedOut > 0 ? 'out' : undefined}>
                  {timedOut > 0 ? countText(timedOut) : '–'}
                </td>
                <td className={board.quiet}>
                  {ageText(Math.floor((now - oldest * 1_000) / 3_600_000) * 3_600_000, language)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {view.open === 0 && <p className={board.none}>{t('none')}</p>}
      {pages > 1 && (
        <p className={board.foot}>
          <span>{t('explained')}</span>
          <span>{t('pages', { page: page + 1, pages })}</span>
        </p>
      )}
    </section>
  );
}
