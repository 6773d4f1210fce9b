'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../frame/use-answer.ts';
import { Empty, Waiting } from '../../frame/Waiting.tsx';
import { countText } from '../../i18n/numbers.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameOr } from '../names.ts';
import { ProblemsOnMap } from '../problems/ProblemsOnMap.tsx';
import { geometryOf, type Place, type PlaceProblemsAnswer } from './place-answers.ts';
import styles from './places.module.css';

/** What is wrong with the outlines in force right below a place, on the map. */
export function OutlineCheck({ place, below }: { place: Place; below: readonly Place[] }) {
  const t = useTranslations('admin.places');
  const { language } = useLanguage();
  const [asked, again] = useAnswer<PlaceProblemsAnswer>(`/api/v1/place-problems?parent=${place.code}`);
  const around = useMemo(() => below.flatMap((one) => geometryOf(one) ?? []), [below]);
  const name = nameOr(language, place);
  return (
    <section className={styles.check} aria-label={t('checked', { name })} data-testid="outline-check">
      {asked.state !== 'ready' ? (
        <Waiting asked={asked} again={again} />
      ) : below.length === 0 ? (
        <Empty>{t('nothingBelow')}</Empty>
      ) : (
        <>
          <p role="status">
            {asked.answer.problems.length === 0
              ? t('noProblems', { name })
              : t('problems', { name, count: countText(asked.answer.problems.length) })}
          </p>
          <ProblemsOnMap problems={asked.answer.problems} around={around} fills />
        </>
      )}
    </section>
  );
}
