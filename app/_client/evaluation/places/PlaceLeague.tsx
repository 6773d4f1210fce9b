'use client';
import { useTranslations } from 'use-intl';
import { LEVELS, type Level } from '#wire/level.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useQuestion } from '../question/use-question.ts';
import { PLACE_FIGURES } from '../tables/figure-sets.ts';
import { FiguresView } from '../tables/FiguresView.tsx';
import { GradeMap } from './GradeMap.tsx';

/** Places against each other, from districts down to unit grids, and on a map by their grade. */
export function PlaceLeague() {
  const t = useTranslations('evaluation.places');
  const levels = useTranslations('admin.places.level');
  const { language } = useLanguage();
  const { names } = usePlaceOfWork();
  const questioned = useQuestion();
  const { question, ask, also } = questioned;
  const parent = also('parent');
  const level: Level = LEVELS.find((one) => one === also('level')) ?? 'district';
  const below = LEVELS[LEVELS.indexOf(level) + 1];
  const opened = names.place(parent);
  return (
    <FiguresView
      title={t('title')}
      says={t('says')}
      questioned={questioned}
      asked={{ object: 'place', level, parent, indicators: PLACE_FIGURES }}
      choices={
        <>
          <label className={parts.field}>
            {t('level')}
            <select
              value={level}
              onChange={(event) => ask(question, { level: event.target.value })}
              data-testid="level"
            >
              {LEVELS.filter((one) => one !== 'city').map((one) => (
                <option key={one} value={one}>
                  {levels(one)}
                </option>
              ))}
            </select>
          </label>
          {parent !== null && (
            <button
              type="button"
              className={parts.button}
              onClick={() => ask(question, { parent: null, level: 'district' })}
            >
              {t('within', { name: opened === null ? parent : nameIn(language, opened) })} ×
            </button>
          )}
        </>
      }
      {...(below !== undefined && {
        onRow: ({ code }: { code: string }) => ask(question, { parent: code, level: below }),
      })}
      beside={(answer, by) => <GradeMap answer={answer} by={by} />}
    />
  );
}
