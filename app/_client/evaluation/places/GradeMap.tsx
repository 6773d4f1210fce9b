'use client';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { GRADES } from '#domain/indicator/grade.ts';
import type { EvaluationAnswer } from '#wire/http/evaluation.ts';
import { geometryOf, type PlacesAnswer } from '../../admin/places/place-answers.ts';
import type { MapArea } from '../../frame/area-map-style.ts';
import type { MapLabel } from '../../frame/AreaMap.tsx';
import { useAnswer } from '../../frame/use-answer.ts';
import { shortNameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { gradeColour, gradeRange } from '../grades.ts';
import { GradeMark } from '../tables/GradeMark.tsx';
import styles from '../tables/tables.module.css';

const AreaMap = dynamic(() => import('../../frame/AreaMap.tsx'), { ssr: false });

/** The places of the league on a map, each in its grade's colour and with its letter. */
export function GradeMap({ answer, by }: { answer: EvaluationAnswer; by: string }) {
  const t = useTranslations('evaluation.places');
  const { language } = useLanguage();
  const query = new URLSearchParams({ geometry: '1', ...(answer.level !== null && { level: answer.level }) });
  // Grids of a whole city would be tens of megabytes of outlines: below subdistricts the map needs a parent.
  const asks = answer.parent !== null || answer.level === 'district' || answer.level === 'subdistrict';
  if (answer.parent !== null) query.set('parent', answer.parent);
  const [places] = useAnswer<PlacesAnswer>(asks ? `/api/v1/places?${query.toString()}` : null);
  const known = places.state === 'ready' && places.fresh ? places.answer.places : null;
  const grades = useMemo(
    () => new Map(answer.rows.map(({ code, cells }) => [code, cells[by]?.grade ?? null])),
    [answer, by],
  );
  const areas = useMemo(
    (): MapArea[] =>
      (known ?? []).flatMap((place) => {
        const geometry = geometryOf(place);
        return geometry === null
          ? []
          : [{ code: place.code, geometry, fill: gradeColour(grades.get(place.code) ?? null) }];
      }),
    [known, grades],
  );
  const labels = useMemo(
    (): MapLabel[] =>
      (known ?? []).map((place) => ({
        key: place.code,
        lon: place.lon,
        lat: place.lat,
        strong: grades.get(place.code) ?? '–',
        text: shortNameIn(language, place),
      })),
    [known, grades, language],
  );
  return (
    <div className={styles.right} data-testid="grade-map">
      <AreaMap label={t('map')} areas={areas} labels={labels} className={styles.map ?? ''} />
      <ul className={styles.legend} aria-label={t('legend')}>
        {GRADES.map((grade, index) => (
          <li key={grade}>
            <GradeMark grade={grade} />
            <p>{gradeRange(answer.settings.grades, index)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
